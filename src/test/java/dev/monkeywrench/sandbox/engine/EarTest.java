package dev.monkeywrench.sandbox.engine;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EarTest {

    private final Ear ear = new Ear();

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 7, 1000})
    void hearsTextUntilTheMarkHoweverItIsCut(int size) {
        Ear.Hearing hearing = ear.begin("secret", 1000);
        hear("text\0other \0\0secre\0secret 0 1 2\nlate\0secret 9\n", size);
        assertThat(hearing.remark()).isCompletedWithValue("0 1 2");
        assertThat(ear.heard().text()).isEqualTo("text\0other \0\0secre");
    }

    @Test
    void doesNotTakeAnotherCommandsMark() {
        Ear.Hearing hearing = ear.begin("secret", 1000);
        hear("\0former 0\n", 100);
        assertThat(hearing.remark()).isNotDone();
    }

    @Test
    void dropsWhatComesBetweenTwoCommands() {
        ear.begin("one", 1000);
        hear("a\0one 0\n", 100);
        hear("between", 100);
        ear.begin("two", 1000);
        hear("b\0two 0\n", 100);
        assertThat(ear.heard().text()).isEqualTo("b");
    }

    @Test
    void tellsThatTheStreamEnded() {
        Ear.Hearing hearing = ear.begin("one", 1000);
        hear("some", 100);
        ear.end();
        assertThat(hearing.remark()).isCompletedExceptionally();
        assertThat(ear.heard().text()).isEqualTo("some");
        assertThat(ear.begin("two", 1000).remark()).isCompletedExceptionally();
    }

    @Test
    void endsARemarkThatDoesNotEnd() {
        Ear.Hearing hearing = ear.begin("one", 1000);
        hear("\0one" + "x".repeat(1000), 100);
        assertThat(hearing.remark()).isDone();
    }

    private void hear(String text, int size) {
        byte[] bytes = text.getBytes(US_ASCII);
        for (int at = 0; at < bytes.length; at += size) {
            ear.hear(bytes, at, Math.min(size, bytes.length - at));
        }
    }
}
