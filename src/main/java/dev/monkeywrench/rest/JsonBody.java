package dev.monkeywrench.rest;

import dev.monkeywrench.instance.FieldProblem;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.StandardCharsets;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import org.springframework.http.InvalidMediaTypeException;
import org.springframework.http.MediaType;
import org.springframework.util.unit.DataSize;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.exc.JacksonIOException;
import tools.jackson.core.exc.StreamConstraintsException;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Reads bodies strictly: UTF-8, one JSON value, no repeated names, bounded in size, depth and values. Thread-safe. */
final class JsonBody {

    private static final int MOST_DEPTH = 64;
    private static final int MOST_NUMBER_CHARACTERS = 100;
    private static final int MOST_NAME_CHARACTERS = 1_000;

    /** A value takes about a hundred bytes of memory, though it be two characters of the body. */
    private static final int MOST_TOKENS = 1_000_000;

    /** A text is held four times over while it is read. */
    private static final int MOST_TEXT_CHARACTERS = 20 << 20;

    private final int mostBytes;
    private final JsonMapper mapper;

    JsonBody(DataSize limit) {
        mostBytes = Math.toIntExact(limit.toBytes());
        StreamReadConstraints constraints = StreamReadConstraints.builder()
                .maxNestingDepth(MOST_DEPTH)
                .maxNumberLength(MOST_NUMBER_CHARACTERS)
                .maxNameLength(MOST_NAME_CHARACTERS)
                .maxStringLength(Math.min(mostBytes, MOST_TEXT_CHARACTERS))
                .maxTokenCount(MOST_TOKENS)
                .build();
        JsonFactory factory = JsonFactory.builder()
                .streamReadConstraints(constraints)
                .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                .disable(StreamReadFeature.INCLUDE_SOURCE_IN_LOCATION)
                .build();
        mapper = JsonMapper.builder(factory)
                .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
                .build();
    }

    /**
     * What a body holds.
     *
     * @param digest SHA-256 of its bytes in hexadecimal digits
     */
    record Read(JsonNode json, String digest) {}

    Read read(HttpServletRequest request) throws IOException {
        checkCharset(request);
        if (request.getContentLengthLong() > mostBytes) {
            throw tooLarge();
        }
        MessageDigest digest = sha256();
        CharsetDecoder decoder = StandardCharsets.UTF_8.newDecoder();
        InputStream body = new BoundedStream(request.getInputStream(), mostBytes);
        try (Reader text = new InputStreamReader(new DigestInputStream(body, digest), decoder)) {
            JsonNode json = json(text);
            return new Read(json, HexFormat.of().formatHex(digest.digest()));
        }
    }

    private Refusal tooLarge() {
        return Refusal.of(
                ProblemType.BODY_TOO_LARGE,
                "A body holds at most " + (mostBytes >> 20) + " MiB; shorten it, or split it over several requests");
    }

    /** By the header itself: what the container says of it has been set to UTF-8 by a filter. */
    private static void checkCharset(HttpServletRequest request) {
        String type = String.valueOf(request.getContentType());
        Charset charset;
        try {
            charset = MediaType.parseMediaType(type).getCharset();
        } catch (InvalidMediaTypeException e) {
            throw Refusal.of(
                    ProblemType.UNSUPPORTED_MEDIA_TYPE, "The body's type is not one we know: " + Shown.of(type));
        }
        if (charset != null && !charset.equals(StandardCharsets.UTF_8)) {
            throw Refusal.of(
                    ProblemType.UNSUPPORTED_MEDIA_TYPE, "Bodies are read as UTF-8, not as " + Shown.of(charset.name()));
        }
        String coding = request.getHeader("Content-Encoding");
        if (coding != null && !coding.equalsIgnoreCase("identity")) {
            throw Refusal.of(
                    ProblemType.UNSUPPORTED_MEDIA_TYPE,
                    "Bodies are read as they are, not in the coding " + Shown.of(coding) + "; send it uncompressed");
        }
    }

    private JsonNode json(Reader text) throws IOException {
        try {
            JsonNode json = mapper.readTree(text);
            if (json.isMissingNode()) {
                throw Refusal.of(ProblemType.MALFORMED_REQUEST, "The body is empty; send a JSON object");
            }
            checkTexts(json, "");
            return json;
        } catch (StreamConstraintsException e) {
            throw Refusal.of(
                    ProblemType.MALFORMED_REQUEST,
                    "The JSON goes beyond a limit: " + MOST_DEPTH + " levels of nesting, " + MOST_NUMBER_CHARACTERS
                            + " characters in a number, " + MOST_NAME_CHARACTERS + " in a name, "
                            + MOST_TEXT_CHARACTERS + " in a text, " + MOST_TOKENS
                            + " values and names in all; shorten it, or split it over several requests");
        } catch (JacksonIOException e) {
            throw unread(e);
        } catch (JacksonException e) {
            throw Refusal.of(
                    ProblemType.MALFORMED_REQUEST,
                    "The body is not JSON" + place(e)
                            + ": check it there for a missing or repeated name, quote or comma");
        }
    }

    private RuntimeException unread(JacksonIOException fault) throws IOException {
        return switch (fault.getCause()) {
            case BoundedStream.TooLong tooLong -> tooLarge();
            case CharacterCodingException invalid ->
                Refusal.of(ProblemType.MALFORMED_REQUEST, "The body is not valid UTF-8; send JSON in UTF-8");
            case IOException gone -> throw gone;
            case null -> fault;
        };
    }

    private static String place(JacksonException fault) {
        return fault.getLocation() == null || fault.getLocation().getLineNr() < 1
                ? ""
                : " at line " + fault.getLocation().getLineNr() + ", column "
                        + fault.getLocation().getColumnNr();
    }

    /** A lone surrogate is half a character: no file, column or reply can hold it. The depth is bounded by the parser. */
    private static void checkTexts(JsonNode node, String path) {
        if (node.isString() && !isWhole(node.stringValue())) {
            throw Refusal.of(
                    ProblemType.INVALID_RUN,
                    new FieldProblem(
                            path.isEmpty() ? "body" : path.substring(1),
                            "holds a lone surrogate, which is half a character",
                            "Send whole characters"));
        }
        if (node.isArray()) {
            int index = 0;
            for (JsonNode element : node) {
                checkTexts(element, path + "[" + index++ + "]");
            }
        }
        for (String name : node.propertyNames()) {
            if (!isWhole(name) || name.indexOf('\0') >= 0) {
                throw Refusal.of(ProblemType.MALFORMED_REQUEST, "A name in the body holds half a character or a NUL");
            }
            checkTexts(node.get(name), path + "." + name);
        }
    }

    private static boolean isWhole(String text) {
        return StandardCharsets.UTF_8.newEncoder().canEncode(text);
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java platform has SHA-256", e);
        }
    }
}
