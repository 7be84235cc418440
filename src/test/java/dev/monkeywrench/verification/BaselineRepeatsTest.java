package dev.monkeywrench.verification;

import static org.assertj.core.api.Assertions.assertThat;

import dev.monkeywrench.instance.ExpectedTests;
import dev.monkeywrench.instance.HiddenTests;
import dev.monkeywrench.instance.ReportFormat;
import dev.monkeywrench.instance.TestId;
import dev.monkeywrench.instance.TestProcedure;
import dev.monkeywrench.sandbox.Limits;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** What repeated runs of the unpatched tree tell of its tests. Each scripted run takes two seconds. */
class BaselineRepeatsTest {

    private static final TestId FAILING = new TestId("t.py::a");
    private static final TestId HOLDING = new TestId("t.py::b");
    private static final TestId COIN = new TestId("t.py::c");
    private static final Limits LIMITS = new Limits(1 << 20, 1, 10, 1 << 20, 1 << 20, Duration.ofMinutes(1));

    private final ScriptedSandboxes sandboxes = new ScriptedSandboxes();

    @Test
    void testThatEndsInTwoWaysIsFlaky() throws Exception {
        coinPasses(true).coinPasses(false).coinPasses(true);
        Baseline baseline = sound(prepare(Optional.empty(), Duration.ofMinutes(1)));
        assertThat(baseline.flakiness()).contains(new Flakiness(3, Map.of(COIN, new Tally(2, 1, 0, 0, 0))));
        assertThat(sandboxes.left()).isEmpty();
    }

    @Test
    void flakyTestIsNoneOfThoseThatAreEstablished() throws Exception {
        coinPasses(false).coinPasses(true).coinPasses(false);
        Baseline baseline = sound(prepare(Optional.empty(), Duration.ofMinutes(1)));
        assertThat(baseline.expected()).isEqualTo(new ExpectedTests(List.of(FAILING), List.of(HOLDING)));
        assertThat(baseline.contradictions()).singleElement().asString().contains(COIN.value(), "flaky");
    }

    @Test
    void givenListsStayAndTheirFlakyTestsAreNamed() throws Exception {
        coinPasses(true).coinPasses(true).coinPasses(false);
        ExpectedTests given = new ExpectedTests(List.of(COIN), List.of(HOLDING));
        Baseline baseline = sound(prepare(Optional.of(given), Duration.ofMinutes(1)));
        assertThat(baseline.expected()).isEqualTo(given);
        assertThat(baseline.contradictions()).singleElement().asString().contains("2 of 3 runs");
    }

    /** A coin that falls the same way three times is not told from a test that passes. */
    @Test
    void nothingIsToRepairWhereEveryRunPasses() throws Exception {
        coinPasses(true).coinPasses(true).coinPasses(true);
        ExpectedTests given = new ExpectedTests(List.of(COIN), List.of(HOLDING));
        assertThat(prepare(Optional.of(given), Duration.ofMinutes(1))).isInstanceOf(Preparation.Unsound.class);
    }

    @Test
    void longTestsAreNotRepeated() throws Exception {
        coinPasses(true);
        assertThat(sound(prepare(Optional.empty(), Duration.ofSeconds(3))).flakiness())
                .contains(new Flakiness(1, Map.of()));
    }

    private BaselineRepeatsTest coinPasses(boolean passes) {
        String coin = passes ? "PASSED t.py::c\n" : "FAILED t.py::c - x\n";
        sandboxes.thenRan("FAILED t.py::a - x\nPASSED t.py::b\n" + coin, 1);
        return this;
    }

    private static Baseline sound(Preparation preparation) {
        assertThat(preparation).isInstanceOf(Preparation.Ready.class);
        return ((Preparation.Ready) preparation).baseline();
    }

    private Preparation prepare(Optional<ExpectedTests> expected, Duration longest) throws Exception {
        TestProcedure procedure = new TestProcedure.TestCommand("pytest -rA", new ReportFormat.Log("parse_log_pytest"));
        RepeatPolicy repeats = new RepeatPolicy(3, 2, Duration.ZERO, 40, longest);
        return Verifiers.create(new Random(7))
                .prepare(
                        Instances.graded(new HiddenTests(procedure, Optional.empty(), expected)),
                        new CommitOnly(),
                        sandboxes,
                        "run",
                        new VerificationPolicy(
                                LIMITS,
                                Duration.ofMinutes(10),
                                Duration.ofMinutes(5),
                                false,
                                repeats,
                                StatusDemand.FULL),
                        Optional.empty());
    }
}
