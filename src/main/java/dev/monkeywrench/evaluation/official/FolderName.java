package dev.monkeywrench.evaluation.official;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/**
 * What a model or a run is called in a path: always one segment that leads nowhere else.
 *
 * @param value as the harness has it, {@code /} written {@code __}, where that is safe. Any other name is cleaned and ends
 *     with a digest of what it was, so that two of them stay two
 */
public record FolderName(String value) {

    /** A file is called by a model and a run together, and file systems take 255 bytes. */
    private static final int MOST_BYTES = 110;

    private static final int DIGEST_BYTES = 4;
    private static final String HARMLESS = "._-+@=,:~()[] ";

    public FolderName {
        if (!isSafe(value)) {
            throw new IllegalArgumentException("This is no name for a folder");
        }
    }

    /** Of any text, however hostile. */
    public static FolderName of(String name) {
        String official = name.replace("/", "__");
        return isSafe(official) ? new FolderName(official) : new FolderName(cleaned(official) + "." + digest(name));
    }

    private static boolean isSafe(String name) {
        return !name.isEmpty()
                && Character.isLetterOrDigit(name.codePointAt(0))
                && !name.endsWith(".")
                && !name.endsWith(" ")
                && name.codePoints().allMatch(FolderName::isHarmless)
                && bytes(name).length <= MOST_BYTES;
    }

    private static boolean isHarmless(int character) {
        return Character.isLetterOrDigit(character) || HARMLESS.indexOf(character) >= 0;
    }

    private static String cleaned(String name) {
        StringBuilder clean = new StringBuilder("x_");
        int most = MOST_BYTES - 1 - 2 * DIGEST_BYTES;
        for (int character : name.codePoints().toArray()) {
            String next = isHarmless(character) ? Character.toString(character) : "_";
            if (bytes(clean.toString()).length + bytes(next).length > most) {
                break;
            }
            clean.append(next);
        }
        return clean.toString();
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static String digest(String text) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(bytes(text));
            return HexFormat.of().formatHex(digest, 0, DIGEST_BYTES);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java platform has SHA-256", e);
        }
    }
}
