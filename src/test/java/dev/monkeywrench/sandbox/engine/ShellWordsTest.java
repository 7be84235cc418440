package dev.monkeywrench.sandbox.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ShellWordsTest {

    @Test
    void quotesWhateverAWordHolds() {
        assertThat(ShellWords.quote("it's $HOME `id`\n")).isEqualTo("'it'\\''s $HOME `id`\n'");
        assertThat(ShellWords.quote(List.of("a", "", "-x"))).isEqualTo("'a' '' '-x'");
    }

    @Test
    void refusesWhatNoShellCanTake() {
        assertThatThrownBy(() -> ShellWords.quote("a\0b")).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void exportsVariablesInOrder() {
        assertThat(ShellWords.export(Map.of("B", "x y", "A", ""))).isEqualTo("export A=''; export B='x y'; ");
    }

    @Test
    void refusesNamesThatAreNoNames() {
        for (String name : List.of("", "1A", "A-B", "A=B", "A;id", "Ä")) {
            assertThatThrownBy(() -> ShellWords.export(Map.of(name, "x"))).isInstanceOf(IllegalArgumentException.class);
        }
    }
}
