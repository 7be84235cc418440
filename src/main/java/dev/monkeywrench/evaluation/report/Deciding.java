package dev.monkeywrench.evaluation.report;

/** Which tests chose the patch that counts for an instance. */
public enum Deciding {
    ORACLE("ORACLE: the tests that grade also choose, so the score is what no choice without them can beat"),
    BLIND("BLIND: one evaluation's tests chose, and tests that were held out from it grade");

    private final String words;

    Deciding(String words) {
        this.words = words;
    }

    public String words() {
        return words;
    }
}
