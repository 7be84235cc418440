package dev.monkeywrench.patch;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.regex.Pattern;

/**
 * SHA-256 of a normalised patch: equal digests are equal changes.
 *
 * @param value 64 hexadecimal digits, lower case
 */
public record PatchDigest(String value) {

    private static final Pattern FORM = Pattern.compile("[0-9a-f]{64}");

    public PatchDigest {
        if (!FORM.matcher(value).matches()) {
            throw new IllegalArgumentException("A patch digest is 64 hexadecimal digits, lower case");
        }
    }

    static PatchDigest of(String normalisedDiff) {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(normalisedDiff.getBytes(StandardCharsets.UTF_8));
            return new PatchDigest(HexFormat.of().formatHex(hash));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java platform has SHA-256", e);
        }
    }

    @Override
    public String toString() {
        return value;
    }
}
