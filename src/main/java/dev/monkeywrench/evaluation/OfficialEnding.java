package dev.monkeywrench.evaluation;

/** How a prediction ended, as the official harness tells endings apart. */
public sealed interface OfficialEnding {

    /** Its tests ran and could be graded. */
    record Graded(TestsStatus tests, RunFiles files) implements OfficialEnding {}

    /** What its tests left behind proves nothing. */
    record Ungraded(RunFiles files) implements OfficialEnding {}

    /** The patch, or the tests on top of it, did not apply. */
    record NotApplied(String said, RunFiles files) implements OfficialEnding {}

    /** The tests were ended after so many seconds. */
    record TimedOut(long seconds, RunFiles files) implements OfficialEnding {}

    /** The place to run it in could not be had, or broke: not the patch's fault, and not taken out of the count. */
    record Broken(String why, RunFiles files) implements OfficialEnding {}

    /** The model proposed nothing. */
    record EmptyPatch() implements OfficialEnding {}

    /** Nobody has judged it yet. */
    record Pending() implements OfficialEnding {}
}
