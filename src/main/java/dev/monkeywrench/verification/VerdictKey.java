package dev.monkeywrench.verification;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HexFormat;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Everything a verdict or a baseline depends on: where all parts are equal, a second run would find the same again.
 *
 * @param parts by name; short values as they are, long ones as SHA-256 in hexadecimal digits
 */
public record VerdictKey(SortedMap<String, String> parts) {

    public VerdictKey {
        parts = Collections.unmodifiableSortedMap(new TreeMap<>(parts));
        if (parts.isEmpty()) {
            throw new IllegalArgumentException("A verdict depends on something");
        }
    }

    /** SHA-256 of names and values, in hexadecimal digits. */
    public String digest() {
        List<String> texts = new ArrayList<>();
        parts.forEach((name, value) -> {
            texts.add(name);
            texts.add(value);
        });
        return digest(texts);
    }

    /** SHA-256 of several texts: each is preceded by its length, so that no two lists of texts read alike. */
    static String digest(Collection<String> texts) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            for (String text : texts) {
                byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
                digest.update((bytes.length + ":").getBytes(StandardCharsets.US_ASCII));
                digest.update(bytes);
            }
            return HexFormat.of().formatHex(digest.digest());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java platform has SHA-256", e);
        }
    }
}
