package dev.monkeywrench.sandbox.reuse;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.monkeywrench.sandbox.KeptProgram;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * What only the service and one keeper can write: HMAC-SHA-256 under a secret that the keeper is given before any
 * candidate runs. Candidates can read requests and write to the same pipes.
 *
 * @param secret 64 hexadecimal digits
 */
record Signature(String secret) {

    private static final SecureRandom SECRETS = new SecureRandom();

    static Signature draw() {
        byte[] drawn = new byte[32];
        SECRETS.nextBytes(drawn);
        return new Signature(HexFormat.of().formatHex(drawn));
    }

    /** A line with the signature of all that follows, the number, the size of the program, the program, its order. */
    String signed(int number, KeptProgram program) {
        String body =
                number + "\n" + program.source().getBytes(UTF_8).length + "\n" + program.source() + program.order();
        return of(body) + "\n" + body;
    }

    /** Whether the keeper said that the request is over and everything put back. */
    boolean isAnswer(int number, String said) {
        return said.contains("\n" + of("over " + number) + "\n");
    }

    private String of(String text) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(secret.getBytes(UTF_8), "HmacSHA256"));
            return HexFormat.of().formatHex(mac.doFinal(text.getBytes(UTF_8)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Every Java platform has HmacSHA256", e);
        }
    }

    @Override
    public String toString() {
        return "Signature";
    }
}
