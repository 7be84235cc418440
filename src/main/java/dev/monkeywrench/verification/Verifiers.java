package dev.monkeywrench.verification;

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
}
