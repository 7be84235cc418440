package dev.monkeywrench.solver;

import dev.monkeywrench.sampling.Sample;
import dev.monkeywrench.verification.Verification;
import java.util.Optional;

/** A sample and, when it was drafted, its verdict. */
public record Judged(Sample sample, Optional<Verification> verification) {}
