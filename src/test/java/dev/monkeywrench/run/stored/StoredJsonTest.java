package dev.monkeywrench.run.stored;

import static org.assertj.core.api.Assertions.assertThat;

import dev.monkeywrench.instance.ExpectedTests;
import dev.monkeywrench.instance.TestId;
import dev.monkeywrench.ledger.Charge;
import dev.monkeywrench.patch.Patches;
import dev.monkeywrench.run.Counts;
import dev.monkeywrench.verification.Baseline;
import dev.monkeywrench.verification.Flakiness;
import dev.monkeywrench.verification.OrderedRun;
import dev.monkeywrench.verification.Tally;
import dev.monkeywrench.verification.TestReport;
import dev.monkeywrench.verification.Trials;
import dev.monkeywrench.verification.Verdict;
import dev.monkeywrench.verification.Verification;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What is stored is read again, and so is what was stored before tests were repeated. */
class StoredJsonTest {

    private static final TestId TEST = new TestId("t.py::a");

    private final StoredJson json = new StoredJson(any -> Patches.none());

    @Test
    void readsWhatEarlierVersionsStored() {
        Verification verification = json.read("""
                {"verdict":{"kind":"passed"},"report":{"statuses":{"t.py::a":"PASSED"},"suiteRan":true,"exitCode":0},
                "evidence":[],"log":"","elapsed":"PT1S","provenance":null}
                """, Verification.class);
        assertThat(verification.trials()).isEmpty();
        Baseline baseline = json.read("""
                {"expected":{"failToPass":["t.py::a"],"passToPass":[]},"contradictions":[],
                "report":{"statuses":{},"suiteRan":false,"exitCode":null},"elapsed":"PT1S","provenance":null}
                """, Baseline.class);
        assertThat(baseline.flakiness()).isEmpty();
        Counts counts = json.read("{\"samples\":3,\"failed\":2}", Counts.class);
        assertThat(counts.retries()).isZero();
        Charge charge = json.read("{\"kind\":\"sandbox\",\"wall\":\"PT2S\",\"cpu\":\"PT1S\"}", Charge.class);
        assertThat(charge.waited()).isEmpty();
    }

    @Test
    void givesBackWhatRepeatedRunsShowed() {
        Tally tally = new Tally(3, 1, 0, 0, 2);
        Trials trials = new Trials(6, 3, List.of(new Trials.FlakyTest(TEST, Tally.none(), tally, 0.25)), 0.75, false);
        Verification verification = new Verification(
                new Verdict.Passed(),
                TestReport.none(),
                List.of(),
                "",
                Duration.ofSeconds(1),
                Optional.of(trials),
                Optional.empty());
        assertThat(json.read(json.write(verification), Verification.class)).isEqualTo(verification);
        Baseline baseline = new Baseline(
                new ExpectedTests(List.of(TEST), List.of()),
                List.of(),
                TestReport.none(),
                Optional.empty(),
                Duration.ofSeconds(1),
                Optional.of(new Flakiness(3, Map.of(TEST, tally))),
                Optional.of(new OrderedRun(Duration.ofMillis(1), Duration.ofMillis(2), List.of(TEST))),
                Optional.empty());
        assertThat(json.read(json.write(baseline), Baseline.class)).isEqualTo(baseline);
    }
}
