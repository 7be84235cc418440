package dev.monkeywrench.evaluation.submission;

import dev.monkeywrench.evaluation.SubmittedRun;
import dev.monkeywrench.evaluation.SuitePart;
import dev.monkeywrench.instance.InstanceId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Keeps what was submitted, and the keys of those who submit. Each call is one transaction. Thread-safe. */
public interface SubmissionStore {

    /** Keeps a prediction, unless the run has one for its instance. */
    boolean keep(SubmittedRun run, Submitted submitted, Instant now);

    boolean holds(SubmittedRun run, InstanceId instance);

    /** In order of the instances. */
    List<Submitted> of(SubmittedRun run);

    /** The names of the runs of one owner, in order. */
    List<String> runs(String owner, SuitePart part);

    /** What the run held. */
    List<Submitted> delete(SubmittedRun run);

    /**
     * Keeps a key that nobody may use before it is verified, and forgets the oldest of these beyond a number.
     *
     * @param digest of the key
     * @param codeDigest of the code that verifies it
     */
    void keepKey(String digest, String codeDigest, Instant now, int mostUnverified);

    /** Whether the code is the key's; the key is verified then, and forgotten after too many wrong ones. */
    boolean verifyKey(String digest, String codeDigest, int mostWrong);

    /** Empty where the key is not known; else whether it is verified. */
    Optional<Boolean> key(String digest);
}
