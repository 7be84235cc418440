package dev.monkeywrench.context;

/** How many tokens may be filled. */
public record TokenBudget(int tokens) {

    public TokenBudget {
        if (tokens < 0) {
            throw new IllegalArgumentException("A token budget is not negative");
        }
    }
}
