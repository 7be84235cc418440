package dev.monkeywrench.evaluation.suite;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.core.json.JsonReadFeature;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Pieces of a file as JSON values, or what is wrong with them. */
final class JsonPieces {

    /** Of one row or prediction, in octets; the largest legal row has two patches of 10 Mi characters. */
    static final int MOST_OCTETS = 32 << 20;

    private static final int MOST_DEPTH = 200;
    private static final String OBJECT_REMEDY = "Write a JSON object, as in docs/instances.md";
    private static final String BINARY_REMEDY =
            "The file was cut off while it was written, or is no text: write it again as UTF-8";

    /** Python writes NaN for what a table lacks; a key that stands twice would leave it to chance which one counts. */
    private static final JsonMapper JSON = JsonMapper.builder(JsonFactory.builder()
                    .streamReadConstraints(StreamReadConstraints.builder()
                            .maxNestingDepth(MOST_DEPTH)
                            .maxStringLength(MOST_OCTETS)
                            .maxNameLength(1 << 16)
                            .build())
                    .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                    .enable(JsonReadFeature.ALLOW_NON_NUMERIC_NUMBERS)
                    .build())
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();

    /** A value, or why there is none. */
    sealed interface Parsed {

        record Value(JsonNode node) implements Parsed {}

        record Broken(String problem, String remedy) implements Parsed {}
    }

    private JsonPieces() {}

    static Parsed parse(Piece piece, String unit) {
        if (piece.isTooLong()) {
            return new Parsed.Broken(
                    "the " + unit + " holds " + piece.length() + " bytes and was skipped; at most " + MOST_OCTETS
                            + " are read",
                    "Leave out what it does not need, such as logs");
        }
        byte[] octets = piece.octets();
        for (int at = 0; at < octets.length; at++) {
            if (octets[at] == 0) {
                return new Parsed.Broken("the " + unit + " holds a NUL byte, its byte " + (at + 1), BINARY_REMEDY);
            }
        }
        CharsetDecoder decoder = StandardCharsets.UTF_8
                .newDecoder()
                .onMalformedInput(CodingErrorAction.REPORT)
                .onUnmappableCharacter(CodingErrorAction.REPORT);
        ByteBuffer in = ByteBuffer.wrap(octets);
        CharBuffer out = CharBuffer.allocate(octets.length);
        CoderResult result = decoder.decode(in, out, true);
        return result.isError() ? notUtf8(unit, in) : json(out.flip().toString(), unit);
    }

    private static Parsed notUtf8(String unit, ByteBuffer in) {
        String octet = HexFormat.of().withUpperCase().toHexDigits(in.get(in.position()));
        return new Parsed.Broken(
                "the " + unit + " is not UTF-8: byte " + (in.position() + 1) + " is 0x" + octet,
                "Convert the file, as with 'iconv -f LATIN1 -t UTF-8 FILE > NEW'");
    }

    private static Parsed json(String text, String unit) {
        try {
            return new Parsed.Value(JSON.readTree(text));
        } catch (JacksonException e) {
            return new Parsed.Broken("the " + unit + " is not JSON: " + reason(e), OBJECT_REMEDY);
        }
    }

    /** The parser quotes the text it fails on: shortened, and without what a terminal would obey. */
    private static String reason(JacksonException e) {
        String first = e.getOriginalMessage().lines().findFirst().orElse("unreadable");
        String shown = first.length() <= 200 ? first : first.substring(0, 200) + "…";
        StringBuilder inert = new StringBuilder();
        shown.codePoints().map(c -> Character.isISOControl(c) ? '?' : c).forEach(inert::appendCodePoint);
        return e.getLocation() == null || e.getLocation().getColumnNr() < 1
                ? inert.toString()
                : inert + " (column " + e.getLocation().getColumnNr() + ")";
    }
}
