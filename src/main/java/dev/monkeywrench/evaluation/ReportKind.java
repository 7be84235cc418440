package dev.monkeywrench.evaluation;

import java.util.Locale;

/** A form of the report, and the end of its file's name. */
public enum ReportKind {
    HTML,
    MD,
    CSV,
    JSON;

    String file() {
        return "report." + name().toLowerCase(Locale.ROOT);
    }
}
