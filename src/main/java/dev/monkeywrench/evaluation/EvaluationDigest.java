package dev.monkeywrench.evaluation;

import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.cfg.JsonNodeFeature;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.MissingNode;

/**
 * Tells whether two requests ask for the same: the same instances, plan and predictions. What an evaluation is called,
 * what it may spend and how many instances run at a time is no part of it, nor the order of an object's fields, which readers of
 * suites do not always keep.
 */
public final class EvaluationDigest {

    private static final String BUDGET = "budget";
    private static final List<String> FIELDS = List.of("suite", "filter", "plan", BUDGET, "predictions");

    private static final JsonMapper SORTED =
            JsonMapper.builder().enable(JsonNodeFeature.WRITE_PROPERTIES_SORTED).build();

    private EvaluationDigest() {}

    /** SHA-256 of what a request asks for, in hexadecimal digits. */
    public static String of(JsonNode request) {
        MessageDigest digest = sha256();
        for (String field : FIELDS) {
            // A budget was a part once: without its place evaluations that were kept since then would not be found
            // again.
            JsonNode part = field.equals(BUDGET) ? MissingNode.getInstance() : request.path(field);
            update(digest, field + "\0");
            if (!part.isMissingNode() && !part.isNull()) {
                SORTED.writeValue(new DigestOutputStream(OutputStream.nullOutputStream(), digest), part);
            }
            update(digest, "\0");
        }
        return HexFormat.of().formatHex(digest.digest());
    }

    private static void update(MessageDigest digest, String text) {
        digest.update(text.getBytes(StandardCharsets.UTF_8));
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java platform has SHA-256", e);
        }
    }
}
