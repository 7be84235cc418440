package dev.monkeywrench.junitrun;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Optional;

/**
 * Tells the script that started this JVM how the JVM ended and what it reported, in a way that code under test cannot
 * imitate: with a secret from standard input that is in no property, no environment, no file and no static field.
 */
final class Seal {

    private static final int LONGEST_SECRET = 64;

    private final Optional<Path> place;
    private final String secret;
    private byte[] report = {};

    private Seal(Optional<Path> place, String secret) {
        this.place = place;
        this.secret = secret;
    }

    /** To be made before any code of the project is loaded. */
    static Seal ofThisJvm() throws IOException {
        Optional<Path> place = Optional.ofNullable(System.clearProperty("junitrun.finished")).map(Path::of);
        String secret = place.isEmpty()
                ? ""
                : new String(System.in.readNBytes(LONGEST_SECRET), StandardCharsets.US_ASCII).strip();
        return new Seal(place, secret);
    }

    /** What was written as the report. */
    void covers(byte[] written) {
        report = written;
    }

    /** The last thing before the JVM ends. */
    void close(int status) throws IOException {
        if (place.isPresent()) {
            Files.writeString(place.get(), digest(status) + "\n");
        }
    }

    private String digest(int status) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            digest.update((secret + " " + status + "\n").getBytes(StandardCharsets.US_ASCII));
            return HexFormat.of().formatHex(digest.digest(report));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java platform has SHA-256", e);
        }
    }
}
