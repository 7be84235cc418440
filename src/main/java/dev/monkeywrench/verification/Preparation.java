package dev.monkeywrench.verification;

/** What came of making an instance ready for verdicts. */
public sealed interface Preparation {

    /** Candidates can be judged. The baseline may still hold contradictions, to be shown with every verdict. */
    record Ready(InstanceVerifier verifier, Baseline baseline) implements Preparation {}

    /** The instance is at fault: no test found, the test patch does not apply, FAIL_TO_PASS passes without a patch. */
    record Unsound(String field, String message, String log) implements Preparation {}

    /** The environment could not be had or the baseline did not run: an infrastructure fault. */
    record Unavailable(String message, boolean retryable) implements Preparation {}
}
