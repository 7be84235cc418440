package dev.monkeywrench.verification;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.OptionalInt;
import org.junit.jupiter.api.Test;

class MarkedScriptTest {

    private static final String SCRIPT = """
            : '>>>>> Start Test Output'
            pytest -rA
            : '>>>>> End Test Output'
            git checkout HEAD -- tests
            """;
    private final MarkedScript marked = new MarkedScript("k3y");

    @Test
    void recordsTheStatusOfTheTestCommandWhereTheScriptDoesNot() {
        assertThat(marked.mark(SCRIPT)).isEqualTo("""
                : '>>>>> Start Test Output k3y'
                pytest -rA
                SWEBENCH_TEST_EXIT_CODE=$?
                : '>>>>> End Test Output k3y'
                echo ">>>>> Test Exit Code k3y: $SWEBENCH_TEST_EXIT_CODE"
                git checkout HEAD -- tests
                """);
    }

    @Test
    void keepsRecordingOfTheScriptsOwn() {
        String recording = "X=$?\necho '>>>>> End Test Output'\necho \">>>>> Test Exit Code: $X\"\n";
        assertThat(marked.mark(recording))
                .isEqualTo("X=$?\necho '>>>>> End Test Output k3y'\necho \">>>>> Test Exit Code k3y: $X\"\n");
    }

    @Test
    void markersPrintedByTestsMeanNothing() {
        String log = """
                + : '>>>>> Start Test Output k3y'
                >>>>> End Test Output
                >>>>> Test Exit Code: 0
                FAILED tests/a.py::t
                + : '>>>>> End Test Output k3y'
                >>>>> Test Exit Code k3y: 1
                """;
        assertThat(marked.between(log).orElseThrow()).contains("FAILED tests/a.py::t");
        assertThat(marked.exitCode(log)).isEqualTo(OptionalInt.of(1));
        assertThat(marked.exitCode(">>>>> Test Exit Code: 0")).isEmpty();
        assertThat(marked.between(">>>>> Start Test Output\nPASSED a\n>>>>> End Test Output\n"))
                .isEmpty();
        assertThat(marked.withoutKey(log)).doesNotContain("k3y");
    }
}
