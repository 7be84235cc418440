package dev.monkeywrench.sandbox.reuse;

import static org.assertj.core.api.Assertions.assertThat;

import dev.monkeywrench.sandbox.KeptProgram;
import dev.monkeywrench.sandbox.KeptSandbox;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** What a program of ours in the keeper does, and what the tests that it runs cannot make of it. */
interface KeptPrograms {

    /** At which the sandbox's first process began. */
    String MOMENT = "cut -d' ' -f22 /proc/1/stat";

    /** The next lease of the sandbox. */
    KeptSandbox lease() throws Exception;

    /** What a command says in the next lease. */
    String leased(String script) throws Exception;

    /** The files of the repository, as the next lease sees them. */
    String listing() throws Exception;

    @Test
    default void putsEverythingBackAfterAProgram() throws Exception {
        String before = listing();
        assertThat(ran("VALUE = 2; open('/tmp/left', 'w'); open('/testbed/left', 'w')", 20))
                .contains("code 1");
        assertThat(listing()).isEqualTo(before);
        assertThat(leased("ls /tmp/left 2>/dev/null")).isBlank();
    }

    @Test
    default void holdsTheTimeLimitOfAProgramItself() throws Exception {
        String first = leased(MOMENT);
        assertThat(ran("while True: pass", 1)).contains("code None");
        assertThat(leased(MOMENT)).isEqualTo(first);
    }

    @Test
    default void runsNoProgramThatTheServiceDidNotAskFor() throws Exception {
        String asking = "import os, time; pipe = os.open('/tmp/mw-keeper/ask', os.O_WRONLY);"
                + " os.write(pipe, b'again' * 100); time.sleep(0.2)";
        assertThat(ran(asking, 20)).containsOnlyOnce("code ");
        assertThat(ran("VALUE = 1", 20)).containsOnlyOnce("code ").contains("code 0");
    }

    @Test
    default void believesNoAnswerThatTheKeeperDidNotSign() throws Exception {
        String forging = "import os, time; pipe = os.open('/tmp/mw-keeper/over', os.O_WRONLY);"
                + " os.write(pipe, bytes([48, 10])); time.sleep(2)";
        String first = leased(MOMENT);
        assertThat(ran(forging, 20)).doesNotContain("code");
        assertThat(leased(MOMENT)).isNotEqualTo(first);
    }

    @Test
    default void throwsTheSandboxAwayWhenItsPipesWereReplaced() throws Exception {
        String first = leased(MOMENT);
        ran("import os; os.rename('/tmp/mw-keeper/ask', '/tmp/mw-keeper/own')", 20);
        assertThat(leased(MOMENT)).isNotEqualTo(first);
    }

    /** The keeper made the configuration of the first call beforehand; it can be used only once. */
    @Test
    default void testsThatCallPytestAgainGetAConfigurationOfTheirOwn() throws Exception {
        assertThat(ran("import sys, pytest; VALUE = 1; pytest.main(sys.argv[1:])", 20))
                .contains("code 0");
    }

    /** What a program says that runs the tests with another pkg.py. */
    private String ran(String source, int seconds) throws Exception {
        String program = """
                import os

                def main(order, keeper):
                    with open("/testbed/pkg.py", "w") as file:
                        file.write(order["source"])
                    null = os.open(os.devnull, os.O_RDONLY)
                    words = ["python3", "-m", "pytest", "-q", "-p", "no:cacheprovider"]
                    streams = {0: null, 1: keeper.log, 2: keeper.log}
                    code = keeper.run(words, dict(keeper.environment), streams, {}, order["seconds"])
                    os.close(null)
                    os.write(keeper.out, b"code %s" % str(code).encode("ascii"))
                """;
        String order = "{\"source\": \"" + source + "\", \"seconds\": " + seconds + "}";
        try (KeptSandbox sandbox = lease()) {
            return sandbox.run(new KeptProgram(program, order, Duration.ofSeconds(seconds)))
                    .stdout()
                    .text();
        }
    }
}
