package dev.monkeywrench.evaluation.suite;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/**
 * Gives a text file as UTF-8 without a byte order mark: as it is, or recoded where it is UTF-16 or UTF-32, which editors
 * and shells of Windows write. Memory does not grow with the file.
 */
final class Utf8Octets {

    private static final int HEAD = 4;

    /**
     * A file's text.
     *
     * @param recoded from this encoding; empty where the file is UTF-8, or cannot be told from it
     */
    record Text(InputStream octets, Optional<Charset> recoded) {}

    private record Mark(Charset charset, int octets) {}

    private Utf8Octets() {}

    static Text of(InputStream file) throws IOException {
        BufferedInputStream buffered = new BufferedInputStream(file, 1 << 16);
        buffered.mark(HEAD);
        byte[] head = buffered.readNBytes(HEAD);
        buffered.reset();
        Mark mark = mark(head);
        buffered.skipNBytes(mark.octets());
        if (mark.charset().equals(StandardCharsets.UTF_8)) {
            return new Text(buffered, Optional.empty());
        }
        Reader reader = new InputStreamReader(
                buffered,
                mark.charset()
                        .newDecoder()
                        .onMalformedInput(CodingErrorAction.REPLACE)
                        .onUnmappableCharacter(CodingErrorAction.REPLACE));
        return new Text(new Recoding(reader), Optional.of(mark.charset()));
    }

    /** By the byte order mark; a brace or bracket beside a NUL is as good as one. */
    private static Mark mark(byte[] head) {
        int first = head.length < HEAD ? 0 : (pair(head, 0) << 16) | pair(head, 2);
        int pair = head.length < 2 ? 0 : pair(head, 0);
        if (head.length >= 3 && pair == 0xEFBB && (head[2] & 0xff) == 0xBF) {
            return new Mark(StandardCharsets.UTF_8, 3);
        }
        if (first == 0xFFFE0000) {
            return new Mark(Charset.forName("UTF-32LE"), 4);
        }
        if (first == 0x0000FEFF) {
            return new Mark(Charset.forName("UTF-32BE"), 4);
        }
        return switch (pair) {
            case 0xFFFE -> new Mark(StandardCharsets.UTF_16LE, 2);
            case 0xFEFF -> new Mark(StandardCharsets.UTF_16BE, 2);
            case '{' << 8, '[' << 8 -> new Mark(StandardCharsets.UTF_16LE, 0);
            case (int) '{', (int) '[' -> new Mark(StandardCharsets.UTF_16BE, 0);
            default -> new Mark(StandardCharsets.UTF_8, 0);
        };
    }

    private static int pair(byte[] head, int at) {
        return ((head[at] & 0xff) << 8) | (head[at + 1] & 0xff);
    }

    /** Characters as UTF-8. */
    private static final class Recoding extends InputStream {

        private final Reader reader;
        private final char[] characters = new char[1 << 13];
        private byte[] octets = new byte[0];
        private int at;
        /** The first half of a character whose other half is in the next piece; 0: none. */
        private char half;

        Recoding(Reader reader) {
            this.reader = reader;
        }

        @Override
        public int read() throws IOException {
            while (at == octets.length) {
                if (!fill()) {
                    return -1;
                }
            }
            return octets[at++] & 0xff;
        }

        @Override
        public int read(byte[] target, int from, int most) throws IOException {
            while (at == octets.length) {
                if (!fill()) {
                    return -1;
                }
            }
            int length = Math.min(most, octets.length - at);
            System.arraycopy(octets, at, target, from, length);
            at += length;
            return length;
        }

        private boolean fill() throws IOException {
            int kept = 0;
            if (half != 0) {
                characters[kept++] = half;
                half = 0;
            }
            int read = reader.read(characters, kept, characters.length - kept);
            int length = kept + Math.max(read, 0);
            if (length == 0) {
                return false;
            }
            if (read > 0 && Character.isHighSurrogate(characters[length - 1])) {
                half = characters[--length];
            }
            octets = new String(characters, 0, length).getBytes(StandardCharsets.UTF_8);
            at = 0;
            return true;
        }
    }
}
