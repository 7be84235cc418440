package dev.monkeywrench.verification;

import java.util.EnumSet;
import java.util.Set;

/** How one test ended (SWE-bench {@code TestStatus}), or that it was not run. */
public enum TestStatus {
    PASSED,
    FAILED,
    SKIPPED,
    ERROR,
    XFAIL,

    /** The run was ended before its turn came: neither for nor against anything. No report says so. */
    NOT_RUN;

    /** Those that a report can name. */
    public static Set<TestStatus> reported() {
        return EnumSet.complementOf(EnumSet.of(NOT_RUN));
    }
}
