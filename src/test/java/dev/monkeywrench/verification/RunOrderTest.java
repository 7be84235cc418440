package dev.monkeywrench.verification;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.monkeywrench.instance.TestId;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is heard of the end of a run that junit-run tells. */
class RunOrderTest {

    private static final TestId TEST = new TestId("a.SumsTest#twice");
    private static final TestOrder ORDER = new TestOrder(List.of(TEST), List.of(), List.of(), true, Duration.ZERO);
    private static final String HEAD = "<?xml version=\"1.0\" encoding=\"UTF-8\"?><testsuite name=\"junit-run\" ";

    @Test
    void endOfAnOrderedRunIsHeard() {
        RunOrder order = read("order=\"stopped\" time=\"2.5\" first-time=\"0.5\"/>", ORDER, TestStatus.FAILED);
        assertThat(order).isEqualTo(new RunOrder(true, true, false, Duration.ofMillis(500), Duration.ofMillis(2500)));
        assertThat(read("order=\"late\"/>", ORDER, TestStatus.PASSED).late()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"stopped", "late"})
    void naturalRunHasNoEndButItsOwn(String word) {
        RunOrder order = read("order=\"" + word + "\"/>", null, TestStatus.FAILED);
        assertThat(order.settable()).isTrue();
        assertThat(order.stopped() || order.late()).isFalse();
    }

    @Test
    void nothingIsStoppedByATestThatDidNotFail() {
        assertThat(read("order=\"stopped\"/>", ORDER, TestStatus.PASSED).stopped())
                .isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"/>", "time=\"1\"/>", "order=\"stopped\" & />", "order=\"\" order=\"late\"/>", ""})
    void reportWithoutTheWordTellsOfNoOrder(String rest) {
        assertThat(read(rest, ORDER, TestStatus.FAILED))
                .matches(order -> !order.settable() && !order.stopped() && !order.late());
    }

    @ParameterizedTest
    @ValueSource(strings = {"NaN", "-1", "x", ""})
    void timesThatAreNoneAreZero(String time) {
        assertThat(read("order=\"planned\" time=\"" + time + "\"/>", ORDER, TestStatus.FAILED)
                        .all())
                .isEqualTo(Duration.ZERO);
        assertThat(read("order=\"planned\" time=\"1e300\"/>", ORDER, TestStatus.FAILED)
                        .all())
                .isEqualTo(Duration.ofDays(1));
    }

    /** Names are hostile: no line of the plan can be one. */
    @Test
    void namesReachTheRunnerInBase64() {
        TestId hostile = new TestId("a.SumsTest.twice[1]\nstop false");
        String lines = new TestOrder(List.of(TEST), List.of(hostile), List.of(), true, Duration.ofSeconds(5)).lines();
        assertThat(lines.lines())
                .containsExactly(
                        "stop true",
                        "millis 5000",
                        "first " + base64("a.SumsTest.twice"),
                        "then " + base64("a.SumsTest.twice[1]\nstop false"));
    }

    private static String base64(String text) {
        return Base64.getEncoder().encodeToString(text.getBytes(UTF_8));
    }

    private static RunOrder read(String rest, @Nullable TestOrder order, TestStatus status) {
        RunKeys keys = RunKeys.draw(new Random(1));
        RawRun run = new RawRun(
                "",
                false,
                OptionalInt.of(1),
                List.of(HEAD + rest),
                Witness.absent(),
                "",
                keys,
                Optional.ofNullable(order));
        return RunOrder.of(run, Map.of(TEST, status), List.of(TEST));
    }
}
