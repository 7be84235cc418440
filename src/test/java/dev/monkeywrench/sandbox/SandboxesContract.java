package dev.monkeywrench.sandbox;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.monkeywrench.instance.Environment;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What every engine keeps. */
@Timeout(120)
public abstract class SandboxesContract {

    protected static final long MIB = 1L << 20;
    protected static final Limits LIMITS = new Limits(256 * MIB, 1.0, 64, 64 * MIB, MIB, Duration.ofMinutes(5));

    private static final Duration LONG = Duration.ofSeconds(60);
    private static final InMemoryTree TREE =
            new InMemoryTree(Map.of("hello.txt", "hello\n".getBytes(UTF_8), "src/deep.txt", "deep\n".getBytes(UTF_8)));

    private final Owner owner = new Owner("contract-" + UUID.randomUUID(), "test");
    private final Deque<Runnable> endings = new ArrayDeque<>();
    private SandboxEngine engine;
    private Sandbox sandbox;

    /** A fresh engine, to be closed by the test. */
    protected abstract SandboxEngine engine() throws Exception;

    /** Every trace outside of sandboxes opened for a run: containers, entries, control groups. */
    protected abstract List<String> traces(String run) throws Exception;

    /** Which {@link SandboxHolder} opens sandboxes as this engine does; empty where none does. */
    protected abstract Optional<List<String>> holder();

    @BeforeEach
    void open() throws Exception {
        engine = engine();
        endings.push(engine::close);
        sandbox = open(LIMITS);
        endings.push(sandbox::close);
    }

    @AfterEach
    void close() throws Exception {
        endings.forEach(Runnable::run);
        assertThat(traces(owner.run())).isEmpty();
    }

    protected Owner owner() {
        return owner;
    }

    protected Sandbox sandbox() {
        return sandbox;
    }

    protected SandboxEngine opened() {
        return engine;
    }

    protected Sandbox open(Limits limits) throws Exception {
        return engine.open(template(), limits, owner);
    }

    protected Template template() throws Exception {
        return engine.prepare(new TemplateSpec(new Environment.Recipe("python"), Optional.of(TREE)));
    }

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
        ExecOutcome outcome = sandbox.exec(new ExecRequest(command, Map.of("WORD", "a'b\n$c"), List.of(), LONG));
        assertThat(outcome.stdout().text()).isEqualTo("<" + String.join("><", words) + ">");
        ExecRequest variable =
                new ExecRequest(List.of("sh", "-c", "printf %s \"$WORD\""), Map.of("WORD", "a'b\n$c"), List.of(), LONG);
        assertThat(sandbox.exec(variable).stdout().text()).isEqualTo("a'b\n$c");
    }

    @Test
    void tellsThatAProgramIsMissing() throws Exception {
        ExecOutcome outcome = sandbox.exec(new ExecRequest(List.of("no-such-program"), Map.of(), List.of(), LONG));
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
    void bringsFiles() throws Exception {
        SandboxFile script = new SandboxFile("run.sh", "echo 'it''s' \"$1\" é\n");
        SandboxFile empty = new SandboxFile("empty", "");
        ExecRequest request = new ExecRequest(
                List.of("sh", "-c", "sh /mw/run.sh x; wc -c < /mw/empty; ls /mw"),
                Map.of(),
                List.of(script, empty),
                LONG);
        assertThat(sandbox.exec(request).stdout().text()).isEqualTo("its x é\n0\nempty\nrun.sh\n");
        SandboxFile again = new SandboxFile("run.sh", "echo again\n");
        ExecRequest second = new ExecRequest(List.of("sh", "/mw/run.sh"), Map.of(), List.of(again), LONG);
        assertThat(sandbox.exec(second).stdout().text()).isEqualTo("again\n");
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

    private static final String CONNECT = """
            import socket, sys
            for address in [("1.1.1.1", 53), ("172.17.0.1", 22), ("169.254.169.254", 80), ("::1", 8080)]:
                family = socket.AF_INET6 if ":" in address[0] else socket.AF_INET
                try:
                    socket.socket(family, socket.SOCK_STREAM).connect(address)
                    print("reached", address)
                except OSError as refused:
                    pass
            try:
                print("resolved", socket.getaddrinfo("example.com", 80))
            except OSError:
                pass
            print(sorted(name for _, name in socket.if_nameindex() if name == "lo" or not name.endswith("0")))
            """;

    @Test
    void hasNoNetwork() throws Exception {
        assertThat(python(CONNECT).stdout().text()).isEqualTo("['lo']\n");
    }

    @Test
    void runsAsAnOrdinaryUserWithoutCapabilities() throws Exception {
        assertThat(said("id -u; id -g; id -G; grep -E 'CapEff|CapPrm|CapAmb|NoNewPrivs|Seccomp:' /proc/self/status"))
                .isEqualTo("""
                        1000
                        1000
                        1000
                        CapPrm:\t0000000000000000
                        CapEff:\t0000000000000000
                        CapAmb:\t0000000000000000
                        NoNewPrivs:\t1
                        Seccomp:\t2
                        """);
    }

    @Test
    void cannotChangeTheSystem() throws Exception {
        assertThat(said("for f in /x /etc/x /usr/x /usr/bin/env /bin/x /opt/x /var/x /proc/sys/kernel/x;"
                        + " do (echo x >> $f) 2>/dev/null && echo wrote $f; done; true"))
                .isEmpty();
    }

    @Test
    protected void cannotLookAtOrStopWhatHoldsIt() throws Exception {
        assertThat(said("kill -9 1 2>/dev/null; kill -9 -1; true")).isEmpty();
        assertThat(said("cat /proc/1/environ 2>/dev/null; ls /var/run/docker.sock 2>/dev/null; true"))
                .isEmpty();
        assertThat(said("echo alive")).isEqualTo("alive\n");
    }

    private static final String FORBIDDEN = """
            import ctypes, os
            libc = ctypes.CDLL(None, use_errno=True)
            def tried(name, answer):
                if answer >= 0:
                    print(name)
            tried("mount", libc.mount(b"none", b"/tmp", b"tmpfs", 0, None))
            tried("unshare a user namespace", libc.unshare(0x10000000))
            tried("bpf", libc.syscall(321, 0, None, 0))
            tried("keyctl", libc.syscall(250, 0, -3, 1))
            tried("a packet socket", libc.socket(17, 3, 0))
            tried("setuid", libc.setuid(0))
            """;

    @Test
    void cannotUseTheKernelsDangerousCalls() throws Exception {
        assumeTrue("amd64".equals(System.getProperty("os.arch")), "The numbers are of x86-64");
        assertThat(python(FORBIDDEN).stdout().text()).isEmpty();
    }

    @Test
    void reapsWhatNobodyWaitsFor() throws Exception {
        exited("i=0; while [ $i -lt 300 ]; do (true &) ; i=$((i+1)); done");
        assertThat(said("cat /proc/[0-9]*/stat 2>/dev/null | grep -c ') Z ' ; true"))
                .isEqualTo("0\n");
    }

    @Test
    void tellsAKillForMemory() throws Exception {
        ExecOutcome outcome = run(sandbox, "python3 -c \"import time; x = b'x' * (1 << 30); time.sleep(20)\"", LONG);
        assertThat(outcome).isInstanceOf(ExecOutcome.KilledForMemory.class);
        assertDead();
    }

    @Test
    void tellsAKillForMemoryOfAProcessBelow() throws Exception {
        assertThat(run(
                        sandbox,
                        "python3 -c \"import time; x = b'x' * (1 << 30); time.sleep(20)\"; echo survived; exit 0",
                        LONG))
                .isInstanceOf(ExecOutcome.KilledForMemory.class);
    }

    private static final String BOMB = """
            import os, time
            n = 0
            try:
                while n < 500:
                    if os.fork() == 0:
                        time.sleep(60)
                        os._exit(0)
                    n += 1
            except OSError:
                print('stopped at', n)
            """;

    @Test
    void boundsAForkBomb() throws Exception {
        String text = python(BOMB).stdout().text();
        assertThat(text).startsWith("stopped at ");
        assertThat(Integer.parseInt(text.strip().substring("stopped at ".length())))
                .isLessThanOrEqualTo(64);
    }

    @Test
    void boundsTheDisk() throws Exception {
        ExecOutcome.Exited exited = exited("dd if=/dev/zero of=/testbed/big bs=1M count=100 2>&1; stat -c %s big");
        assertThat(exited.stdout().text()).contains("No space left on device");
        assertThat(said("rm big; echo fine > small; cat small")).isEqualTo("fine\n");
    }

    private static final String FILES = """
            import os
            try:
                for folder in range(1000):
                    os.mkdir(str(folder))
                    for file in range(1000):
                        os.close(os.open(f"{folder}/{file}", os.O_CREAT | os.O_WRONLY))
                print("a million files")
            except OSError:
                print("full")
            """;

    /** By the disk where the engine can say so, else by the memory that files take. */
    @Test
    protected void boundsTheCountOfFiles() throws Exception {
        assertThat(python(FILES))
                .satisfiesAnyOf(
                        full -> assertThat(full.stdout().text()).isEqualTo("full\n"),
                        killed -> assertThat(killed).isInstanceOf(ExecOutcome.KilledForMemory.class));
    }

    @Test
    void keepsTheBeginningAndTheEndOfALongOutputAndCountsIt() throws Exception {
        ExecOutcome.Exited exited = exited("echo first; yes 0123456789 | head -c 1073741824; echo last");
        assertThat(exited.stdout().total()).isEqualTo((1L << 30) + 11);
        assertThat(exited.stdout().kept()).isEqualTo(MIB);
        assertThat(exited.stdout().text()).startsWith("first\n").endsWith("last\n");
        assertThat(exited.stdout().text().length()).isLessThan((int) MIB + 100);
    }

    @Test
    void killsEverythingAtTheTimeLimit() throws Exception {
        String marker = "marker-" + UUID.randomUUID();
        String stubborn = "trap '' TERM INT HUP; echo begun; (setsid sh -c \"(sleep 301; : " + marker
                + ") & sleep 302; : " + marker + "\" &) ; while :; do sleep 303; done; : " + marker;
        ExecOutcome outcome = run(sandbox, stubborn, Duration.ofSeconds(2));
        assertThat(outcome).isInstanceOf(ExecOutcome.TimedOut.class);
        assertThat(outcome.stdout().text()).isEqualTo("begun\n");
        assertThat(outcome.usage().wall()).isBetween(Duration.ofSeconds(2), Duration.ofSeconds(20));
        assertThat(processesWith(marker)).isEmpty();
        assertDead();
    }

    @Test
    void killsEverythingWhenInterrupted() throws Exception {
        String marker = "marker-" + UUID.randomUUID();
        AtomicReference<Throwable> thrown = new AtomicReference<>();
        Thread thread = Thread.ofVirtual().start(() -> {
            try {
                run(sandbox, "while :; do sleep 304; done; : " + marker, LONG);
            } catch (Throwable caught) {
                thrown.set(caught);
            }
        });
        while (processesWith(marker).isEmpty()) {
            Thread.onSpinWait();
        }
        thread.interrupt();
        thread.join();
        assertThat(thrown.get()).isInstanceOf(InterruptedException.class);
        assertThat(processesWith(marker)).isEmpty();
        assertDead();
    }

    @Test
    void endsWithItsLifetime() throws Exception {
        Limits brief = new Limits(256 * MIB, 1.0, 64, 64 * MIB, MIB, Duration.ofSeconds(2));
        try (Sandbox mortal = open(brief)) {
            SandboxUnavailable dead =
                    catchThrowableOfType(SandboxUnavailable.class, () -> run(mortal, "sleep 305", LONG));
            assertThat(dead).hasMessageContaining("lifetime");
        }
    }

    @Test
    void measuresProcessorTime() throws Exception {
        ExecOutcome.Exited busy = exited("python3 -c \"import time\nwhile time.process_time() < 0.5: pass\"");
        assertThat(busy.usage().cpu()).isBetween(Duration.ofMillis(450), Duration.ofSeconds(3));
        assertThat(exited("true").usage().cpu()).isLessThan(Duration.ofMillis(300));
    }

    @Test
    void leavesNothingBehindWhenClosed() throws Exception {
        assertThat(traces(owner.run())).isNotEmpty();
        sandbox.close();
        sandbox.close();
        engine.close();
        assertThat(traces(owner.run())).isEmpty();
    }

    @Test
    void leavesNothingBehindWhenTheEngineIsClosedFirst() throws Exception {
        engine.close();
        assertThat(traces(owner.run())).isEmpty();
        assertDead();
    }

    @Test
    void sweepsWhatAKilledServiceLeftButNotWhatALivingOneHolds() throws Exception {
        assumeTrue(holder().isPresent(), "This engine is the same as one that is tested");
        sandbox.close();
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
        assertThatThrownBy(() -> engine.prepare(new TemplateSpec(new Environment.Recipe("cobol"), Optional.of(TREE))))
                .isInstanceOfSatisfying(
                        SandboxUnavailable.class,
                        fault -> assertThat(fault.retryable()).isFalse())
                .hasMessageContaining("cobol")
                .hasMessageContaining("sandbox/build cobol");
    }

    @Test
    void namesAnEnvironmentByRootAndTree() throws Exception {
        Template same = template();
        Template other = engine.prepare(new TemplateSpec(
                new Environment.Recipe("python"), Optional.of(new InMemoryTree(Map.of("a", new byte[0])))));
        assertThat(same.environmentDigest()).isEqualTo(template().environmentDigest());
        assertThat(other.environmentDigest()).isNotEqualTo(same.environmentDigest());
    }

    @Test
    void refusesATreeLargerThanItsDisk() throws Exception {
        Template large = engine.prepare(new TemplateSpec(
                new Environment.Recipe("python"),
                Optional.of(new InMemoryTree(Map.of("large", new byte[(int) (70 * MIB)])))));
        assertThatThrownBy(() -> engine.open(large, LIMITS, owner))
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

    protected ExecOutcome.Exited exited(String script) throws Exception {
        ExecOutcome outcome = run(sandbox, script, LONG);
        assertThat(outcome).isInstanceOf(ExecOutcome.Exited.class);
        return (ExecOutcome.Exited) outcome;
    }

    protected ExecOutcome python(String program) throws Exception {
        ExecRequest request = new ExecRequest(
                List.of("python3", "/mw/program.py"), Map.of(), List.of(new SandboxFile("program.py", program)), LONG);
        return sandbox.exec(request);
    }

    protected String said(String script) throws Exception {
        return said(sandbox, script);
    }

    protected static String said(Sandbox sandbox, String script) throws Exception {
        return run(sandbox, script, LONG).stdout().text();
    }

    protected static ExecOutcome run(Sandbox sandbox, String script, Duration timeout) throws Exception {
        return sandbox.exec(new ExecRequest(List.of("sh", "-c", script), Map.of(), List.of(), timeout));
    }

    private void assertDead() {
        assertThatThrownBy(() -> run(sandbox, "true", LONG))
                .isInstanceOf(SandboxUnavailable.class)
                .hasMessageContaining("dead");
    }

    /** Of the whole machine: a sandbox on it hides nothing from its host. */
    private static List<String> processesWith(String marker) throws IOException {
        try (Stream<Path> all = Files.list(Path.of("/proc"))) {
            return all.filter(folder ->
                            Character.isDigit(folder.getFileName().toString().charAt(0)))
                    .map(SandboxesContract::commandLine)
                    .filter(line -> line.contains(marker))
                    .toList();
        }
    }

    private static String commandLine(Path process) {
        try {
            return Files.readString(process.resolve("cmdline"), java.nio.charset.StandardCharsets.ISO_8859_1);
        } catch (IOException gone) {
            return "";
        }
    }
}
