package dev.monkeywrench.run;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;

/** Texts as they are stored: long ones compressed, all of them plain ASCII, which every database keeps alike. */
public final class Packed {

    private static final int COMPRESSED_FROM = 2_048;
    private static final String MARK = "gz:";

    private Packed() {}

    /** Packs JSON, which never begins like a packed text. */
    public static String pack(String json) {
        return json.length() < COMPRESSED_FROM ? json : MARK + compress(json);
    }

    public static String unpack(String stored) {
        return stored.startsWith(MARK) ? decompress(stored.substring(MARK.length())) : stored;
    }

    private static String compress(String json) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (GZIPOutputStream out = new GZIPOutputStream(bytes)) {
            out.write(json.getBytes(StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException("Memory does not fail to be written", e);
        }
        return Base64.getEncoder().encodeToString(bytes.toByteArray());
    }

    private static String decompress(String base64) {
        byte[] packed = base64.getBytes(StandardCharsets.ISO_8859_1);
        try (GZIPInputStream in = new GZIPInputStream(Base64.getDecoder().wrap(new ByteArrayInputStream(packed)))) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException("A stored text of " + base64.length() + " characters is damaged", e);
        }
    }
}
