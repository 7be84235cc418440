package dev.monkeywrench.sandbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.monkeywrench.instance.Environment;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What every engine keeps: this, the limits and the confinement. */
public abstract class SandboxesContract extends SandboxFilesContract {
    @Test
    void tellsExitCodeAndKeepsTheStreamsApart() throws Exception {
        ExecOutcome.Exited exited = exited("echo out; echo err >&2; exit 7");
        assertThat(exited.exitCode()).isEqualTo(7);
        assertThat(exited.stdout().text()).isEqualTo("out\n");
        assertThat(exited.stderr().text()).isEqualTo("err\n");
    }

    @Test
    void tellsASignalAsAShellDoes() throws Exception {
        assertThat(exited("kill -TERM $$").exitCode()).isEqualTo(143);
    }

    @Test
    void takesWordsLiterally() throws Exception {
        List<String> words = List.of("a b", "", "it's", "$HOME `id` \\ \"x\"", "line\nbreak", "*", "-n", "é");
        List<String> command =
                Stream.concat(Stream.of("printf", "<%s>"), words.stream()).toList();
        ExecOutcome outcome = sandbox().exec(new ExecRequest(command, Map.of("WORD", "a'b\n$c"), List.of(), LONG));
        assertThat(outcome.stdout().text()).isEqualTo("<" + String.join("><", words) + ">");
        ExecRequest variable =
                new ExecRequest(List.of("sh", "-c", "printf %s \"$WORD\""), Map.of("WORD", "a'b\n$c"), List.of(), LONG);
        assertThat(sandbox().exec(variable).stdout().text()).isEqualTo("a'b\n$c");
    }

    @Test
    void tellsThatAProgramIsMissing() throws Exception {
        ExecOutcome outcome = sandbox().exec(new ExecRequest(List.of("no-such-program"), Map.of(), List.of(), LONG));
        assertThat(outcome)
                .isInstanceOfSatisfying(
                        ExecOutcome.Exited.class,
                        exited -> assertThat(exited.exitCode()).isEqualTo(127));
    }

    @Test
    void startsInTheWritableTree() throws Exception {
        assertThat(said("pwd; cat hello.txt src/deep.txt; echo more >> hello.txt; echo new > new.txt; cat hello.txt"))
                .isEqualTo("/testbed\nhello\ndeep\nhello\nmore\n");
    }

    @Test
    void hasItsOwnWritableTmp() throws Exception {
        assertThat(said("echo x > /tmp/mine && ls /tmp")).isEqualTo("mine\n");
    }

    @Test
    void keepsItsStateBetweenCommandsAndSharesNoneWithAnother() throws Exception {
        exited("echo kept > /testbed/kept; echo kept > /tmp/kept; echo kept > /mw/kept");
        assertThat(said("cat /testbed/kept /tmp/kept /mw/kept")).isEqualTo("kept\nkept\nkept\n");
        try (Sandbox other = open(LIMITS)) {
            assertThat(said(other, "ls /testbed /tmp /mw; cat /proc/[0-9]*/cmdline | tr '\\0' ' '"))
                    .doesNotContain("kept");
        }
    }

    @Test
    void keepsProcessesBetweenCommands() throws Exception {
        exited("(sleep 300 >/dev/null 2>&1 &) ; true");
        assertThat(said("cat /proc/[0-9]*/cmdline | tr '\\0' ' '")).contains("sleep 300");
    }

    @Test
    void hearsNothingOfACommandThatIsOver() throws Exception {
        exited("(while :; do echo late; sleep 0.01; done) & true");
        ExecOutcome.Exited second = exited("exec true");
        assertThat(second.exitCode()).isZero();
    }

    @Test
    void leavesNothingBehindWhenClosed() throws Exception {
        assertThat(traces(owner().run())).isNotEmpty();
        sandbox().close();
        sandbox().close();
        opened().close();
        assertThat(traces(owner().run())).isEmpty();
    }

    @Test
    void opensNoneOnceItIsClosed() throws Exception {
        Template template = template();
        opened().close();
        assertThatThrownBy(() -> opened().open(template, LIMITS, owner())).isInstanceOf(SandboxUnavailable.class);
        assertThat(traces(owner().run())).isEmpty();
    }

    /** Whenever it is interrupted, also between the making of a container and the knowing of it. */
    @Test
    void leavesNothingBehindWhenOpeningIsInterrupted() throws Exception {
        Template template = template();
        for (int millis = 1; millis < 400; millis += 40) {
            int patience = millis;
            Thread opening = Thread.ofVirtual().start(() -> {
                try (Sandbox sandbox = opened().open(template, LIMITS, owner())) {
                    run(sandbox, "true", LONG);
                } catch (Exception interrupted) {
                    // whatever came of it, nothing may stay
                }
            });
            if (!opening.join(Duration.ofMillis(patience))) {
                opening.interrupt();
            }
            opening.join();
        }
        sandbox().close();
        while (!traces(owner().run()).isEmpty()) {
            Thread.onSpinWait();
        }
    }

    @Test
    void leavesNothingBehindWhenTheEngineIsClosedFirst() throws Exception {
        opened().close();
        assertThat(traces(owner().run())).isEmpty();
        assertDead();
    }

    @Test
    void sweepsWhatAKilledServiceLeftButNotWhatALivingOneHolds() throws Exception {
        assumeTrue(holder().isPresent(), "This engine is the same as one that is tested");
        sandbox().close();
        String run = "killed-" + UUID.randomUUID();
        Process service = SandboxHolder.start(holder().orElseThrow(), run);
        try {
            while (processesWith(run).isEmpty()) {
                assertThat(service.isAlive()).isTrue();
                Thread.onSpinWait();
            }
            engine().close();
            assertThat(processesWith(run)).isNotEmpty();
        } finally {
            service.destroyForcibly().waitFor();
        }
        engine().close();
        assertThat(traces(run)).isEmpty();
        while (!processesWith(run).isEmpty()) {
            Thread.onSpinWait();
        }
    }

    @Test
    void refusesAnUnknownRecipeWithARemedy() {
        assertThatThrownBy(() -> opened().prepare(new TemplateSpec(new Environment.Recipe("cobol"), Optional.of(TREE))))
                .isInstanceOfSatisfying(
                        SandboxUnavailable.class,
                        fault -> assertThat(fault.retryable()).isFalse())
                .hasMessageContaining("cobol")
                .hasMessageContaining("sandbox/build cobol");
    }

    @Test
    void namesAnEnvironmentByRootAndTree() throws Exception {
        Template same = template();
        Template other = opened().prepare(new TemplateSpec(
                new Environment.Recipe("python"), Optional.of(new InMemoryTree(Map.of("a", new byte[0])))));
        assertThat(same.environmentDigest()).isEqualTo(template().environmentDigest());
        assertThat(other.environmentDigest()).isNotEqualTo(same.environmentDigest());
    }

    @Test
    void refusesATreeLargerThanItsDisk() throws Exception {
        Template large = opened().prepare(new TemplateSpec(
                new Environment.Recipe("python"),
                Optional.of(new InMemoryTree(Map.of("large", new byte[(int) (70 * MIB)])))));
        assertThatThrownBy(() -> opened().open(large, LIMITS, owner()))
                .isInstanceOf(SandboxUnavailable.class)
                .hasMessageContaining("monkeywrench.sandbox.disk");
    }

    @Test
    void opensSeveralAtATime() throws Exception {
        CountDownLatch together = new CountDownLatch(3);
        try (var threads = java.util.concurrent.Executors.newVirtualThreadPerTaskExecutor()) {
            var answers = Stream.of("a", "b", "c")
                    .map(word -> threads.submit(() -> {
                        try (Sandbox one = open(LIMITS)) {
                            together.countDown();
                            together.await();
                            return said(one, "echo " + word + " > x; cat x");
                        }
                    }))
                    .toList();
            assertThat(answers.get(0).get()).isEqualTo("a\n");
            assertThat(answers.get(1).get()).isEqualTo("b\n");
            assertThat(answers.get(2).get()).isEqualTo("c\n");
        }
    }
}
