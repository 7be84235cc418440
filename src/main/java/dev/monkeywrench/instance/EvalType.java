package dev.monkeywrench.instance;

/** How absent tests are read (SWE-bench {@code eval_type}). */
public enum EvalType {
    /** Every expected test must be found in the results. */
    PASS_AND_FAIL,
    /** The log names failures only: an absent test passed, where there is evidence that the suite ran. */
    FAIL_ONLY
}
