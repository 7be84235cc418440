package dev.monkeywrench.model;

import java.util.OptionalLong;

/**
 * Tokens as the server reported them; empty is unknown, which is not 0.
 *
 * @param cached the part of {@code prompt} that came from the server's prefix cache
 */
public record TokenUsage(OptionalLong prompt, OptionalLong completion, OptionalLong cached) {

    public static TokenUsage unknown() {
        return new TokenUsage(OptionalLong.empty(), OptionalLong.empty(), OptionalLong.empty());
    }

    public static TokenUsage of(long prompt, long completion) {
        return new TokenUsage(OptionalLong.of(prompt), OptionalLong.of(completion), OptionalLong.empty());
    }
}
