package dev.monkeywrench.context;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class TokenizersTest {

    private final Tokenizer tokenizer = Tokenizers.estimated();

    @Test
    void countsNothingInNothing() {
        assertThat(tokenizer.count("")).isZero();
    }

    @Test
    void countsAtLeastAWordForEachWordOfCode() {
        String code = "def half(value):\n    return value / 2\n".repeat(100);

        assertThat(tokenizer.count(code)).isGreaterThanOrEqualTo(100 * 11);
    }

    @Test
    void countsBytesRatherThanCharacters() {
        assertThat(tokenizer.count("修理代码")).isEqualTo(4);
        assertThat(tokenizer.count("🔧")).isEqualTo(2);
    }

    @Test
    void roundsUp() {
        assertThat(tokenizer.count("a")).isEqualTo(1);
    }
}
