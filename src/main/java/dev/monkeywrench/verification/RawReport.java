package dev.monkeywrench.verification;

import java.util.List;

/**
 * What a run of the tests left behind.
 *
 * @param log what the test command printed, both streams in order
 * @param documents the report files it wrote
 */
public record RawReport(String log, List<String> documents) {

    public RawReport {
        documents = List.copyOf(documents);
    }

    public static RawReport ofLog(String log) {
        return new RawReport(log, List.of());
    }
}
