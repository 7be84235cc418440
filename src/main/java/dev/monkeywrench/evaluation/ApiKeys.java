package dev.monkeywrench.evaluation;

import dev.monkeywrench.evaluation.submission.SubmissionStore;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.InstantSource;
import java.util.HexFormat;
import java.util.Optional;
import java.util.random.RandomGenerator;

/** The keys of those who submit predictions: only digests of them are kept. Thread-safe. */
public final class ApiKeys {

    private static final int KEY_BYTES = 24;
    private static final int CODES = 100_000_000;
    private static final int MOST_WRONG = 5;
    private static final int MOST_UNVERIFIED = 1_000;

    private final SubmissionStore store;
    private final KeyRule rule;
    private final RandomGenerator random;
    private final InstantSource clock;

    ApiKeys(SubmissionStore store, KeyRule rule, RandomGenerator random, InstantSource clock) {
        this.store = store;
        this.rule = rule;
        this.random = random;
        this.clock = clock;
    }

    /**
     * A key that was just made; it is told once.
     *
     * @param code that verifies it, for whoever runs the service to hand on
     */
    public record Fresh(String key, String code) {}

    public KeyRule rule() {
        return rule;
    }

    public Fresh generate() {
        byte[] bytes = new byte[KEY_BYTES];
        random.nextBytes(bytes);
        String key = "mw_" + HexFormat.of().formatHex(bytes);
        String code = "%08d".formatted(random.nextInt(CODES));
        store.keepKey(digest(key), digest(code), clock.instant(), MOST_UNVERIFIED);
        return new Fresh(key, code);
    }

    /** Whether the code is the key's; after a few wrong ones the key is forgotten. */
    public boolean verify(String key, String code) {
        return store.verifyKey(digest(key), digest(code), MOST_WRONG);
    }

    /** Who submits with a key, or without; empty where nobody may. */
    public Optional<String> owner(String key) {
        String digest = digest(key);
        return switch (rule) {
            case OPEN -> Optional.of(digest);
            case REQUIRED -> store.key(digest).filter(verified -> verified).map(verified -> digest);
        };
    }

    static String digest(String text) {
        try {
            byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java platform has SHA-256", e);
        }
    }
}
