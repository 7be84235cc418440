package dev.monkeywrench.evaluation;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.cfg.JsonNodeFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * Tells whether two requests ask for the same: the same instances, plan, budget and predictions. What an evaluation is
 * called and how many instances run at a time is no part of it, nor the order of an object's fields, which readers of
 * suites do not always keep.
 */
public final class EvaluationDigest {

    private static final List<String> FIELDS = List.of("suite", "filter", "plan", "budget", "predictions");

    private static final JsonMapper SORTED =
            JsonMapper.builder().enable(JsonNodeFeature.WRITE_PROPERTIES_SORTED).build();

    private EvaluationDigest() {}

    /** SHA-256 of what a request asks for, in hexadecimal digits. */
    public static String of(JsonNode request) {
        MessageDigest digest = sha256();
        for (String field : FIELDS) {
            JsonNode part = request.path(field);
            String text = part.isMissingNode() || part.isNull() ? "" : SORTED.writeValueAsString(part);
            digest.update((field + "\0" + text + "\0").getBytes(StandardCharsets.UTF_8));
        }
        return HexFormat.of().formatHex(digest.digest());
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java platform has SHA-256", e);
        }
    }
}
