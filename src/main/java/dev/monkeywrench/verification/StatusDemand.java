package dev.monkeywrench.verification;

/** Which tests of a candidate must run. */
public enum StatusDemand {
    /** All of them, in the order of the test runner, whatever they come to. */
    FULL,
    /** Those that decide; what a failure leaves undone is reported as not run. */
    UNTIL_DECIDED
}
