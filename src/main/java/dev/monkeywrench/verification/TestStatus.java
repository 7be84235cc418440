package dev.monkeywrench.verification;

/** How one test ended (SWE-bench {@code TestStatus}). */
public enum TestStatus {
    PASSED,
    FAILED,
    SKIPPED,
    ERROR,
    XFAIL
}
