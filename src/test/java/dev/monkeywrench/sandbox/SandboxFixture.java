package dev.monkeywrench.sandbox;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.monkeywrench.instance.Environment;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Timeout;

/** An engine and one sandbox of it, open while a test runs; nothing of them is left behind. */
@Timeout(120)
public abstract class SandboxFixture {

    protected static final long MIB = 1L << 20;
    protected static final Limits LIMITS = new Limits(256 * MIB, 1.0, 64, 64 * MIB, MIB, Duration.ofMinutes(5));

    protected static final Duration LONG = Duration.ofSeconds(60);
    protected static final InMemoryTree TREE =
            new InMemoryTree(Map.of("hello.txt", "hello\n".getBytes(UTF_8), "src/deep.txt", "deep\n".getBytes(UTF_8)));

    private final Owner owner = new Owner("contract-" + UUID.randomUUID(), "test");
    private final Deque<Runnable> endings = new ArrayDeque<>();
    private SandboxEngine engine;
    private Sandbox sandbox;

    /** A fresh engine, to be closed by the test. */
    protected abstract SandboxEngine engine() throws Exception;

    /** Every trace outside of sandboxes opened for a run: containers, entries, control groups. */
    protected abstract List<String> traces(String run) throws Exception;

    /** Stops everything in the open sandbox from outside, as somebody at the machine may. */
    protected abstract void stopFromOutside() throws Exception;

    /** Which {@link SandboxHolder} opens sandboxes as this engine does; empty where none does. */
    protected abstract Optional<List<String>> holder();

    @BeforeEach
    void openFirst() throws Exception {
        engine = engine();
        endings.push(engine::close);
        sandbox = open(LIMITS);
        endings.push(sandbox::close);
    }

    @AfterEach
    void closeAll() throws Exception {
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

    protected void assertDead() {
        assertThatThrownBy(() -> run(sandbox, "true", LONG))
                .isInstanceOf(SandboxUnavailable.class)
                .hasMessageContaining("dead");
    }

    /** Of the whole machine: a sandbox on it hides nothing from its host. */
    protected static List<String> processesWith(String marker) throws IOException {
        try (Stream<Path> all = Files.list(Path.of("/proc"))) {
            return all.filter(folder ->
                            Character.isDigit(folder.getFileName().toString().charAt(0)))
                    .map(SandboxFixture::commandLine)
                    .filter(line -> line.contains(marker))
                    .toList();
        }
    }

    /** For an engine whose sandboxes are processes below this one. */
    protected static void stopProcessesBelow() throws Exception {
        List<String> words = new ArrayList<>(List.of("kill", "-STOP"));
        ProcessHandle.current()
                .descendants()
                .map(found -> Long.toString(found.pid()))
                .forEach(words::add);
        new ProcessBuilder(words).inheritIO().start().waitFor();
    }

    private static String commandLine(Path process) {
        try {
            return Files.readString(process.resolve("cmdline"), java.nio.charset.StandardCharsets.ISO_8859_1);
        } catch (IOException gone) {
            return "";
        }
    }
}
