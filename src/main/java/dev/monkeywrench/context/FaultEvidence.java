package dev.monkeywrench.context;

import java.util.List;

/**
 * What the visible tests, run at the base commit, tell about the place of the fault. Nothing of a hidden test is in it.
 *
 * @param failures the failing tests' messages and traces as text, capped
 * @param frames of their stack traces, innermost first
 * @param failingTests how many visible tests failed
 * @param passingTests how many passed
 * @param coverage per line, where the language offers it; else empty
 */
public record FaultEvidence(
        String failures, List<StackFrame> frames, int failingTests, int passingTests, List<LineCoverage> coverage) {

    public FaultEvidence {
        frames = List.copyOf(frames);
        coverage = List.copyOf(coverage);
    }

    public static FaultEvidence none() {
        return new FaultEvidence("", List.of(), 0, 0, List.of());
    }
}
