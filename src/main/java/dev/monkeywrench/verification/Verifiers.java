package dev.monkeywrench.verification;

import dev.monkeywrench.verification.log.LogParsers;
import java.util.List;
import java.util.random.RandomGenerator;

/** Where verifiers come from. */
public final class Verifiers {

    private Verifiers() {}

    /**
     * A verifier that runs the tests in sandboxes.
     *
     * @param random of the secrets that keep a report out of a candidate's reach: unpredictable, and thread-safe, as
     *     {@link java.security.SecureRandom} is
     */
    public static Verifier create(RandomGenerator random) {
        return new SandboxVerifier(random);
    }

    /** The names of the log parsers an instance may ask for, in alphabetical order. */
    public static List<String> logParsers() {
        return LogParsers.names();
    }
}
