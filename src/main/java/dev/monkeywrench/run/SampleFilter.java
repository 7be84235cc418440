package dev.monkeywrench.run;

import java.util.Optional;

/**
 * Which samples are listed, in order of sample index.
 *
 * @param after only samples with a larger index; -1 for all
 */
public record SampleFilter(Optional<VerdictKind> verdict, int after, int limit) {}
