package dev.monkeywrench.cli;

/** What people write first, by the kind of project. */
enum ReferenceKind {
    PYTEST(
            "monkeywrench/python:latest",
            "python3 -m pytest -rA -p no:cacheprovider tests",
            "ED tests/test_pkg.py::test_value"),
    MAVEN("monkeywrench/java:latest", "mvn -o -q -Dmaven.repo.local=/m2 test", "expected: <-1>"),
    JAVAC(
            "monkeywrench/java:latest",
            "console=/opt/monkeywrench/lib/junit-platform-console-standalone.jar; mkdir /tmp/classes"
                    + " && javac -d /tmp/classes -cp $console $(find src -name '*.java')"
                    + " && java -jar $console execute -cp /tmp/classes --scan-classpath",
            "expected: <-1>");

    private final String image;
    private final String tests;
    private final String sign;

    ReferenceKind(String image, String tests, String sign) {
        this.image = image;
        this.tests = tests;
        this.sign = sign;
    }

    String image() {
        return image;
    }

    /** For a shell; the repository is at /src, the candidate at /candidate.diff. */
    String script() {
        return "cp -r /src /tmp/t && cd /tmp/t && git apply /candidate.diff && " + tests;
    }

    /** What the log of a candidate holds that was judged; of pytest's also where it passed. */
    String sign() {
        return sign;
    }
}
