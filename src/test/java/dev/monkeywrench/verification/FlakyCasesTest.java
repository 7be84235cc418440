package dev.monkeywrench.verification;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestReporter;

/** How often verdicts on thirty flaky cases are wrong. The coins are drawn from a fixed seed. */
class FlakyCasesTest {

    private static final int TIMES = 1_000;
    private static final RepeatPolicy USUAL = new RepeatPolicy(3, 2, Duration.ofSeconds(5), 40, Duration.ofMinutes(2));

    /** What verdicts came to, counted over all cases that deserve the same. */
    private static final class Counts {
        private int judged;
        private int passed;
        private int failed;
        private int firmlyPassed;
        private int firmlyFailed;
        private int undecided;
        private long runs;

        private void add(Verification verification) {
            Trials trials = verification.trials().orElseThrow();
            judged++;
            runs += trials.runs();
            switch (verification.verdict()) {
                case Verdict.Passed pass -> {
                    passed++;
                    firmlyPassed += trials.firm() ? 1 : 0;
                }
                case Verdict.Failed fail -> {
                    failed++;
                    firmlyFailed += trials.firm() ? 1 : 0;
                }
                case Verdict.Inconclusive open -> undecided++;
                case Verdict.NotApplied none -> throw new AssertionError(none);
                case Verdict.TimedOut none -> throw new AssertionError(none);
                case Verdict.Tampered none -> throw new AssertionError(none);
            }
        }

        private Rate rate(int times) {
            return new Rate(times, judged);
        }
    }

    @Test
    void areNotDecidedFirmlyAgainstWhatTheyDeserve(TestReporter reporter) throws Exception {
        Map<FlakyCases.Deserved, Counts> counts = judge(USUAL, Duration.ofMillis(200));
        report(reporter, "short tests", counts);
        Counts wrong = of(counts, FlakyCases.Deserved.FAILURE);
        Counts right = of(counts, FlakyCases.Deserved.PASS);
        Counts neither = of(counts, FlakyCases.Deserved.NEITHER);
        assertThat(wrong.rate(wrong.passed).upper()).isLessThan(0.002);
        assertThat(right.rate(right.firmlyFailed).upper()).isLessThan(0.002);
        assertThat(neither.rate(neither.passed).upper()).isLessThan(0.01);
        assertThat(neither.rate(neither.firmlyFailed).upper()).isLessThan(0.01);
    }

    /** Where tests take long a pass gets its two runs and is not called firm. */
    @Test
    void passesOfLongTestsAreNotFirm(TestReporter reporter) throws Exception {
        Map<FlakyCases.Deserved, Counts> counts = judge(USUAL, Duration.ofSeconds(6));
        report(reporter, "long tests", counts);
        Counts wrong = of(counts, FlakyCases.Deserved.FAILURE);
        assertThat(wrong.rate(wrong.firmlyPassed).upper()).isLessThan(0.002);
        assertThat(wrong.rate(wrong.passed).upper()).isLessThan(0.05);
    }

    @Test
    void areThirty() {
        assertThat(FlakyCases.all()).hasSize(30);
    }

    private static Map<FlakyCases.Deserved, Counts> judge(RepeatPolicy policy, Duration elapsed) throws Exception {
        Map<FlakyCases.Deserved, Counts> counts = new EnumMap<>(FlakyCases.Deserved.class);
        Random random = new Random(20_261_121);
        for (FlakyCases.Case each : FlakyCases.all()) {
            for (int i = 0; i < TIMES; i++) {
                Optional<Verification> verification = each.judge(random, policy, elapsed);
                verification.ifPresent(found -> counts.computeIfAbsent(each.deserved(), any -> new Counts())
                        .add(found));
            }
        }
        return counts;
    }

    private static Counts of(Map<FlakyCases.Deserved, Counts> counts, FlakyCases.Deserved deserved) {
        return Optional.ofNullable(counts.get(deserved)).orElseThrow();
    }

    private static void report(TestReporter reporter, String name, Map<FlakyCases.Deserved, Counts> counts) {
        counts.forEach((deserved, count) -> reporter.publishEntry(
                name + ", deserving " + deserved,
                "passed " + count.rate(count.passed) + ", firmly " + count.rate(count.firmlyPassed) + "; failed "
                        + count.rate(count.failed) + ", firmly " + count.rate(count.firmlyFailed) + "; undecided "
                        + count.rate(count.undecided) + "; runs " + count.runs / (double) count.judged));
    }
}
