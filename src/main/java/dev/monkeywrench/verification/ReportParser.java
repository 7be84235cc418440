package dev.monkeywrench.verification;

/**
 * Reads how each test ended from what a run left behind. What it reads is hostile: it is bounded in time and size, and
 * never throws for what it reads. Thread-safe.
 */
@FunctionalInterface
public interface ReportParser {

    ParsedReport parse(RawReport raw);
}
