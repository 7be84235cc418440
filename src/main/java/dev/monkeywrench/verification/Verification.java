package dev.monkeywrench.verification;

import java.time.Duration;
import java.util.List;

/**
 * A verdict with what it rests on.
 *
 * @param report the last run's; {@link TestReport#none()} when nothing ran
 * @param evidence what was undone or noticed, in words, as in "edit to tests/test_a.py undone"
 * @param log the run's output, capped, hostile
 * @param elapsed in the sandbox
 */
public record Verification(Verdict verdict, TestReport report, List<String> evidence, String log, Duration elapsed) {

    public Verification {
        evidence = List.copyOf(evidence);
    }
}
