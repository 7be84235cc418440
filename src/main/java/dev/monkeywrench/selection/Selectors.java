package dev.monkeywrench.selection;

/** The ways to order what passed. */
public final class Selectors {

    private Selectors() {}

    /** Most votes first, then the smaller change, then the earlier draw. */
    public static Selector votesThenSize() {
        return new VotesThenSize();
    }
}
