package dev.monkeywrench.verification;

import dev.monkeywrench.verification.log.LogParsers;
import java.time.InstantSource;
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

    /**
     * A verifier that has run only what no run has found before.
     *
     * @param verifier has it run
     * @param clock of the time at which something was found
     */
    public static Verifier caching(Verifier verifier, VerdictCache cache, InstantSource clock) {
        return new CachingVerifier(verifier, cache, clock);
    }

    /** The names of the log parsers an instance may ask for, in alphabetical order. */
    public static List<String> logParsers() {
        return LogParsers.names();
    }
}
