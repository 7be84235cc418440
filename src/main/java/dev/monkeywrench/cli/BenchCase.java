package dev.monkeywrench.cli;

/** What is measured, each against one container for each candidate. */
enum BenchCase {
    SMALL_PYTEST("small-pytest", ReferenceKind.PYTEST, 1, 0.1),
    IMPORT_HEAVY_PYTEST("import-heavy-pytest", ReferenceKind.PYTEST, 0.5, 0.06),
    MAVEN_VS_MAVEN("maven-vs-maven", ReferenceKind.MAVEN, 0.3, 0.012),
    MAVEN_VS_JAVAC("maven-vs-javac", ReferenceKind.JAVAC, 0.3, 0.03),
    LONG_TESTS("long-tests", ReferenceKind.PYTEST, 0.012, 0.006);

    private static final int FEWEST = 6;

    private final String title;
    private final ReferenceKind reference;
    private final double share;
    private final double ofReference;

    BenchCase(String title, ReferenceKind reference, double share, double ofReference) {
        this.title = title;
        this.reference = reference;
        this.share = share;
        this.ofReference = ofReference;
    }

    String title() {
        return title;
    }

    BenchSources sources() {
        return switch (this) {
            case SMALL_PYTEST -> BenchSources.python("", 0);
            case IMPORT_HEAVY_PYTEST -> BenchSources.python(BenchSources.HEAVY, 0);
            case MAVEN_VS_MAVEN, MAVEN_VS_JAVAC -> BenchSources.java();
            case LONG_TESTS -> BenchSources.python("import time\n", 5);
        };
    }

    ReferenceKind reference() {
        return reference;
    }

    /** Of so many that were asked for: what takes long is measured with fewer. */
    int candidates(int asked) {
        return Math.max(FEWEST, (int) (asked * share));
    }

    /** In the reference loop, whose cost is the same for each. */
    int referenceCandidates(int asked) {
        return Math.min(candidates(asked), Math.max(FEWEST, (int) (asked * ofReference)));
    }
}
