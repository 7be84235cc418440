package dev.monkeywrench.evaluation;

/** What came of submitting a prediction. */
public sealed interface SubmissionReply {

    /** It is being judged. */
    record Launched() implements SubmissionReply {}

    /** The run has a prediction for this instance; it stays as it is. */
    record AlreadyThere() implements SubmissionReply {}

    /** It names a part or an instance that is not there. */
    record Unknown(String what) implements SubmissionReply {}

    /** The instance itself cannot be judged here. */
    record Unusable(String why) implements SubmissionReply {}

    /** Too much waits, or the same is being taken in; it may be sent again. */
    record Later(String why) implements SubmissionReply {}
}
