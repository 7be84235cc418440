package dev.monkeywrench.verification;

import static org.assertj.core.api.Assertions.assertThat;

import dev.monkeywrench.instance.TestId;
import org.junit.jupiter.api.Test;

class WitnessTest {

    private static final String KEY = "0".repeat(64);
    private static final TestId ONE = new TestId("t.py::one");

    @Test
    void believesSignedLines() {
        Witness witness = Witness.read(book(load(0), test(1, "PASSED"), finish(2, 0)), KEY);
        assertThat(witness.loaded()).isTrue();
        assertThat(witness.finished()).isTrue();
        assertThat(witness.forged()).isFalse();
        assertThat(witness.sawPassing(ONE)).isTrue();
    }

    @Test
    void lineOfAnotherHandIsForged() {
        String other = signed(test(1, "PASSED"), "1".repeat(64));
        Witness witness = Witness.read(book(load(0)) + other, KEY);
        assertThat(witness.forged()).isTrue();
        assertThat(witness.sawPassing(ONE)).isFalse();
    }

    @Test
    void missingLineIsForged() {
        assertThat(Witness.read(book(load(0), finish(2, 0)), KEY).forged()).isTrue();
    }

    @Test
    void runnerThatDidNotEndIsUnfinished() {
        assertThat(Witness.read(book(load(0), test(1, "PASSED")), KEY).finished())
                .isFalse();
        assertThat(Witness.read(book(load(0)), KEY).finished()).isFalse();
    }

    @Test
    void keepsEveryStatusOfTest() {
        Witness witness = Witness.read(book(load(0), test(1, "PASSED"), test(2, "ERROR"), finish(3, 1)), KEY);
        assertThat(witness.passesAsLog()).isEqualTo("PASSED t.py::one\n");
        assertThat(witness.failed()).isTrue();
    }

    @Test
    void emptyBookIsOfNobody() {
        assertThat(Witness.read("", KEY)).isEqualTo(Witness.absent());
    }

    private static String book(String... payloads) {
        StringBuilder book = new StringBuilder();
        for (String payload : payloads) {
            book.append(signed(payload, KEY));
        }
        return book.toString();
    }

    private static String signed(String payload, String key) {
        return WitnessLine.sign(payload, key) + " " + payload + "\n";
    }

    private static String load(int number) {
        return "{\"kind\":\"load\",\"pid\":7,\"n\":" + number + "}";
    }

    private static String test(int number, String status) {
        return "{\"kind\":\"test\",\"id\":\"t.py::one\",\"status\":\"" + status + "\",\"pid\":7,\"n\":" + number + "}";
    }

    private static String finish(int number, int exit) {
        return "{\"kind\":\"finish\",\"exit\":" + exit + ",\"pid\":7,\"n\":" + number + "}";
    }
}
