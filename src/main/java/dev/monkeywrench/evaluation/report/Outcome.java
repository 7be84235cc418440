package dev.monkeywrench.evaluation.report;

/** What became of one sample, each with a colour and a height of its own, so that neither has to be seen. */
public enum Outcome {
    RESOLVED("resolved", "#009E73", 1),
    REFUSED("passed, but refused by held-out tests", "#CC79A7", 0.8),
    FAILED("failed the tests", "#A9B4C0", 0.5),
    TIMED_OUT("timed out", "#56B4E9", 0.65),
    NOT_APPLIED("did not apply", "#E69F00", 0.35),
    TAMPERED("tampered with the tests", "#D55E00", 0.8),
    INCONCLUSIVE("could not be judged", "#222222", 0.35),
    NO_PATCH("no patch", "#B9C1CA", 0.2);

    private final String words;
    private final String colour;
    private final double height;

    Outcome(String words, String colour, double height) {
        this.words = words;
        this.colour = colour;
        this.height = height;
    }

    public String words() {
        return words;
    }

    /** After Okabe and Ito's palette, which people with any colour vision tell apart. */
    String colour() {
        return colour;
    }

    /** Of a cell of the mosaic, as a share. */
    double height() {
        return height;
    }

    boolean isPatch() {
        return this != NO_PATCH;
    }
}
