package dev.monkeywrench.evaluation;

import dev.monkeywrench.run.VerdictKind;
import java.util.Optional;

/** How a prediction ended, as the official harness tells endings apart. */
public sealed interface OfficialEnding {

    /**
     * The ending that the harness would tell of.
     *
     * @param ours our verdict
     * @param tests what the grading law says of the last run; empty where it proves nothing
     * @param reason of our verdict; may be empty
     */
    static OfficialEnding of(VerdictKind ours, Optional<TestsStatus> tests, String reason, RunFiles files) {
        return switch (ours) {
            case PASSED, FAILED, TAMPERED ->
                tests.<OfficialEnding>map(lists -> new Graded(lists, files)).orElseGet(() -> new Ungraded(files));
            case NOT_APPLIED -> new NotApplied(reason, files);
            case TIMED_OUT -> new TimedOut(Math.max(1, Math.round(files.seconds())), files);
            case INCONCLUSIVE ->
                tests.<OfficialEnding>map(lists -> new Graded(lists, files))
                        .orElseGet(() -> new Broken(reason, true, files));
        };
    }

    /** Its tests ran and could be graded. */
    record Graded(TestsStatus tests, RunFiles files) implements OfficialEnding {}

    /** What its tests left behind proves nothing. */
    record Ungraded(RunFiles files) implements OfficialEnding {}

    /** The patch, or the tests on top of it, did not apply. */
    record NotApplied(String said, RunFiles files) implements OfficialEnding {}

    /** The tests were ended after so many seconds. */
    record TimedOut(long seconds, RunFiles files) implements OfficialEnding {}

    /**
     * It could not be judged: not the patch's fault, and not taken out of the count.
     *
     * @param byMachine whether the place to run it in could not be had, or broke; else the instance or the service is at
     *     fault
     */
    record Broken(String why, boolean byMachine, RunFiles files) implements OfficialEnding {}

    /** The model proposed nothing. */
    record EmptyPatch() implements OfficialEnding {}

    /** Nobody has judged it yet. */
    record Pending() implements OfficialEnding {}
}
