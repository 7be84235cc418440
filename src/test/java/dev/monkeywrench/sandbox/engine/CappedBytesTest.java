package dev.monkeywrench.sandbox.engine;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.monkeywrench.sandbox.Output;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CappedBytesTest {

    @Test
    void keepsAllThatFits() {
        CappedBytes bytes = new CappedBytes(10);
        add(bytes, "01234");
        add(bytes, "56789");
        assertThat(bytes.output()).isEqualTo(new Output("0123456789", 10, 10));
    }

    @Test
    void leavesOutTheMiddleAndSaysHowMuch() {
        CappedBytes bytes = new CappedBytes(10);
        add(bytes, "0123456789abcdef");
        assertThat(bytes.output()).isEqualTo(new Output("01234\n[… 6 bytes left out …]\nbcdef", 10, 16));
    }

    @Test
    void replacesWhatIsNoText() {
        CappedBytes bytes = new CappedBytes(10);
        bytes.add(new byte[] {'a', (byte) 0xff, 'b'}, 0, 3);
        assertThat(bytes.output().text()).isEqualTo("a\ufffdb");
    }

    /** However the bytes are cut into pieces, the same are kept. */
    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void keepsTheSameHoweverItComes(long seed) {
        RandomGenerator random = RandomGeneratorFactory.of("L64X128MixRandom").create(seed);
        int limit = 1 + random.nextInt(40_000);
        String text = "x".repeat(random.nextInt(5))
                + random.ints(random.nextInt(200_000), 'a', 'z')
                        .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append);
        CappedBytes whole = new CappedBytes(limit);
        add(whole, text);
        CappedBytes pieces = new CappedBytes(limit);
        for (int at = 0; at < text.length(); ) {
            int size = Math.min(text.length() - at, 1 + random.nextInt(9000));
            add(pieces, text.substring(at, at + size));
            at += size;
        }
        assertThat(pieces.output()).isEqualTo(whole.output());
        int head = limit - limit / 2;
        if (text.length() > limit) {
            assertThat(whole.output().text())
                    .startsWith(text.substring(0, head))
                    .endsWith("\n" + text.substring(text.length() - limit / 2));
        }
    }

    private static void add(CappedBytes bytes, String text) {
        byte[] encoded = text.getBytes(UTF_8);
        bytes.add(encoded, 0, encoded.length);
    }
}
