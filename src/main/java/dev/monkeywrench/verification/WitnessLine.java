package dev.monkeywrench.verification;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.Optional;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** One signed line: 64 hexadecimal digits, a blank, JSON. */
final class WitnessLine {

    private static final int DIGITS = 64;
    private static final JsonMapper JSON = JsonMapper.builder()
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .disable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
            .build();

    private WitnessLine() {}

    /** Empty when the witness did not write it. */
    static Optional<WitnessEntry> read(String line, String key) {
        if (line.length() <= DIGITS + 1) {
            return Optional.empty();
        }
        String payload = line.substring(DIGITS + 1);
        byte[] signature = line.substring(0, DIGITS).getBytes(StandardCharsets.UTF_8);
        if (!MessageDigest.isEqual(signature, sign(payload, key).getBytes(StandardCharsets.UTF_8))) {
            return Optional.empty();
        }
        return unsigned(payload);
    }

    /** What anybody may have written: good enough where it only says where to look first. */
    static Optional<WitnessEntry> unsigned(String payload) {
        try {
            return Optional.of(JSON.readValue(payload, WitnessEntry.class));
        } catch (JacksonException e) {
            return Optional.empty();
        }
    }

    static String sign(String payload, String key) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(key.getBytes(StandardCharsets.US_ASCII), "HmacSHA256"));
            return HexFormat.of().formatHex(mac.doFinal(payload.getBytes(StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Every Java platform has HmacSHA256", e);
        }
    }
}
