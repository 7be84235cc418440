package dev.monkeywrench.verification;

import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * A verdict with what it rests on.
 *
 * @param report the last run's; {@link TestReport#none()} when nothing ran
 * @param evidence what was undone or noticed, in words, as in "edit to tests/test_a.py undone"
 * @param log the run's output, capped, hostile
 * @param elapsed of that run, in its sandbox
 * @param trials what all runs of the tests showed; empty where none was graded
 * @param provenance where it comes from; empty where nothing had to run, or no cache is looked into
 */
public record Verification(
        Verdict verdict,
        TestReport report,
        List<String> evidence,
        String log,
        Duration elapsed,
        Optional<Trials> trials,
        Optional<Provenance> provenance) {

    public Verification {
        evidence = List.copyOf(evidence);
    }

    public Verification(Verdict verdict, TestReport report, List<String> evidence, String log, Duration elapsed) {
        this(verdict, report, evidence, log, elapsed, Optional.empty(), Optional.empty());
    }

    Verification from(Provenance source) {
        return new Verification(verdict, report, evidence, log, elapsed, trials, Optional.of(source));
    }

    /** Another verdict on the same run. */
    Verification as(Verdict other) {
        return new Verification(other, report, evidence, log, elapsed, trials, provenance);
    }

    Verification with(Trials shown) {
        return new Verification(verdict, report, evidence, log, elapsed, Optional.of(shown), provenance);
    }

    /** Its log cut to its end. */
    Verification withLog(int mostCharacters) {
        String end = log.length() <= mostCharacters ? log : log.substring(log.length() - mostCharacters);
        return new Verification(verdict, report, evidence, end, elapsed, trials, provenance);
    }
}
