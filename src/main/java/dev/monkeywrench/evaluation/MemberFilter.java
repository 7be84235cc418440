package dev.monkeywrench.evaluation;

import java.util.Optional;

/**
 * Which members are listed, in order of their ordinals.
 *
 * @param outcome of the latest attempt that ended
 * @param after only members with a larger ordinal; -1 for all
 */
public record MemberFilter(Optional<MemberOutcome> outcome, Optional<MemberState> state, int after, int limit) {}
