package dev.monkeywrench.sandbox.reuse;

import static org.assertj.core.api.Assertions.assertThat;

import dev.monkeywrench.sandbox.KeptProgram;
import dev.monkeywrench.sandbox.KeptSandbox;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

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

    /** As when somebody pauses the container: its clocks go on, and its programs do not. */
    @Test
    default void timeInWhichTheSandboxStoodStillDoesNotCount() throws Exception {
        String standing = """
                import os, signal, subprocess, time
                VALUE = 1
                keeper = os.getppid()
                subprocess.Popen(["sh", "-c", "sleep 4; kill -CONT %d" % keeper])
                os.kill(keeper, signal.SIGSTOP)
                time.sleep(4.5)
                """;
        assertThat(ran(standing, 3)).contains("code 0");
    }

    /** Answers that the keeper did not sign, and programs that nobody asked for, begin with its pipes. */
    @Test
    default void candidatesDoNotReachTheKeepersPipes() throws Exception {
        String reaching = """
                import os, stat
                VALUE = 1
                own = [number for number in range(3, 300) if os.path.exists("/proc/self/fd/%d" % number)
                       and "mw/" in os.readlink("/proc/self/fd/%d" % number)]
                reached = []
                for pid in os.listdir("/proc"):
                    if not pid.isdigit() or pid == str(os.getpid()):
                        continue
                    for number in list(range(10)) + list(range(203, 210)):
                        try:
                            pipe = os.open("/proc/%s/fd/%d" % (pid, number), os.O_WRONLY | os.O_NONBLOCK)
                        except OSError:
                            continue
                        reached.append((pid, number))
                        os.write(pipe, b"0\\n")
                assert not own and not reached, (own, reached)
                """;
        String first = leased(MOMENT);
        assertThat(ran(reaching, 20)).containsOnlyOnce("code ").contains("code 0");
        assertThat(ran("VALUE = 1", 20)).containsOnlyOnce("code ").contains("code 0");
        assertThat(leased(MOMENT)).isEqualTo(first);
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
        String order = JsonMapper.shared().writeValueAsString(Map.of("source", source, "seconds", seconds));
        try (KeptSandbox sandbox = lease()) {
            return sandbox.run(new KeptProgram(program, order, Duration.ofSeconds(seconds)))
                    .stdout()
                    .text();
        }
    }
}
