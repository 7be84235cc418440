package dev.monkeywrench.verification.junit;

import dev.monkeywrench.verification.ReportParser;

/** Where the parser of JUnit XML comes from. */
public final class JunitReports {

    private JunitReports() {}

    /** Reads JUnit XML of pytest, Surefire, Gradle and any other that writes it. */
    public static ReportParser parser() {
        return new JunitXmlParser();
    }
}
