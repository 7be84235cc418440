package dev.monkeywrench.run;

/** What a sample holds, to count and to filter by. */
public enum SampleKind {
    DRAFTED,
    MALFORMED,
    EMPTY,
    DUPLICATE
}
