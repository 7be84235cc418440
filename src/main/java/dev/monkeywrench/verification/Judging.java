package dev.monkeywrench.verification;

import dev.monkeywrench.sandbox.SandboxUnavailable;
import java.time.Duration;
import java.util.List;

/** What the ends of runs come to. Thread-safe. */
interface Judging {

    /**
     * The verdict of one run.
     *
     * @param limit of that run
     * @param evidence of what was undone before it
     * @param label of whatever else has to run for it
     */
    Verification judge(RunOutcome outcome, Duration limit, List<String> evidence, String label)
            throws SandboxUnavailable, InterruptedException;

    /** How long the next candidate may take. */
    Duration limit();

    /** What is known of the unpatched tree by now. */
    Baseline baseline();

    /** Whether the next candidate may be one of many, so that a sandbox is worth keeping for them. */
    boolean nextIsKept();
}
