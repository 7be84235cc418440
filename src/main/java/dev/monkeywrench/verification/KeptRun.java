package dev.monkeywrench.verification;

/** How a wish to run tests in a kept sandbox ended. */
sealed interface KeptRun {

    record Ended(RunOutcome outcome) implements KeptRun {}

    /**
     * Only a fresh sandbox can tell.
     *
     * @param why in words
     */
    record Refused(String why) implements KeptRun {}
}
