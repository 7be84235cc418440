package dev.monkeywrench.junitrun;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** What the keeper and our JVMs say to each other: a count of texts, then each with its length in octets, UTF-8. */
final class Wire {

    private static final int MOST_TEXTS = 10_000;
    private static final int MOST_OCTETS = 64 << 20;

    private Wire() {}

    static String[] read(DataInputStream in) throws IOException {
        String[] texts = new String[counted(in.readInt(), MOST_TEXTS)];
        for (int i = 0; i < texts.length; i++) {
            byte[] octets = new byte[counted(in.readInt(), MOST_OCTETS)];
            in.readFully(octets);
            texts[i] = new String(octets, StandardCharsets.UTF_8);
        }
        return texts;
    }

    static void write(DataOutputStream out, String... texts) throws IOException {
        out.writeInt(texts.length);
        for (String text : texts) {
            byte[] octets = text.getBytes(StandardCharsets.UTF_8);
            out.writeInt(octets.length);
            out.write(octets);
        }
        out.flush();
    }

    /** A value behind {@code =}; nothing at all where there is none. */
    static Optional<String> optional(String text) {
        return text.isEmpty() ? Optional.empty() : Optional.of(text.substring(1));
    }

    private static int counted(int count, int most) throws IOException {
        if (count < 0 || count > most) {
            throw new IOException("no message of ours: " + count);
        }
        return count;
    }
}
