package dev.monkeywrench.sandbox.reuse;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.abort;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.monkeywrench.instance.Environment;
import dev.monkeywrench.sandbox.ExecOutcome;
import dev.monkeywrench.sandbox.ExecRequest;
import dev.monkeywrench.sandbox.InMemoryTree;
import dev.monkeywrench.sandbox.Limits;
import dev.monkeywrench.sandbox.Owner;
import dev.monkeywrench.sandbox.Sandbox;
import dev.monkeywrench.sandbox.SandboxEngine;
import dev.monkeywrench.sandbox.SandboxFile;
import dev.monkeywrench.sandbox.SandboxUnavailable;
import dev.monkeywrench.sandbox.TemplateSpec;
import dev.monkeywrench.sandbox.bubblewrap.BubblewrapEngine;
import dev.monkeywrench.sandbox.bubblewrap.BubblewrapTerms;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * What runs ahead of time ends as a plain junit-run does, whatever ran before it. Needs bubblewrap and the root file
 * system of the recipe {@code java} in monkeywrench's home directory.
 */
@Tag("bubblewrap")
@Timeout(600)
class JavaRunnerTest {

    private static final Limits LIMITS = new Limits(2L << 30, 2, 512, 256L << 20, 8L << 20, Duration.ofMinutes(15));
    private static final JsonMapper JSON = JsonMapper.shared();

    @TempDir
    private Path home;

    private SandboxEngine engine;

    @BeforeEach
    void open() throws Exception {
        String usual = System.getProperty("user.home") + "/.cache/monkeywrench";
        Path rootfs =
                Path.of(Optional.ofNullable(System.getenv("MONKEYWRENCH_HOME")).orElse(usual), "rootfs");
        assumeTrue(Files.isDirectory(rootfs.resolve("java")), "Java's runner is not tested: no java in " + rootfs);
        Files.createSymbolicLink(home.resolve("rootfs"), rootfs);
        try {
            engine = BubblewrapEngine.open(BubblewrapTerms.usual(home));
        } catch (SandboxUnavailable absent) {
            abort("Java's runner is not tested: " + absent.getMessage());
        }
    }

    @AfterEach
    void close() {
        if (engine != null) {
            engine.close();
        }
    }

    @Test
    void endsAsAPlainRunDoes() throws Exception {
        String said = python("both_ways.py", new SandboxFile("steps.json", JSON.writeValueAsString(JavaSteps.all())));
        List<JsonNode> lines = said.lines().map(JSON::readTree).toList();
        assertThat(lines).hasSameSizeAs(JavaSteps.all());
        for (int i = 0; i < lines.size(); i++) {
            JsonNode line = lines.get(i);
            String name = line.path("name").asString();
            assertThat(line.path("sound").asBoolean()).as(name).isTrue();
            assertThat(line.path("kept")).as(name).isEqualTo(line.path("plain"));
            assertThat(line.path("kept").path("status").asInt())
                    .as(name)
                    .isEqualTo(JavaSteps.all().get(i).status());
            String report = line.path("plain").path("report").asString();
            OrderedJavaSteps.told()
                    .getOrDefault(name, List.of())
                    .forEach(word -> assertThat(report).as(name).contains(word));
        }
    }

    @Test
    void letsNobodyIntoTheWorkshop() throws Exception {
        assertThat(python("intruder.py")).isEqualTo("""
                mem shut
                fd shut
                environ shut
                sound False after its end
                """);
    }

    private String python(String program, SandboxFile... more) throws Exception {
        List<SandboxFile> files = new java.util.ArrayList<>(List.of(more));
        files.add(new SandboxFile("keeper_java.py", resource("keeper_java.py")));
        files.add(new SandboxFile("keeper_jvms.py", resource("keeper_jvms.py")));
        files.add(new SandboxFile("keeper_processes.py", resource("keeper_processes.py")));
        files.add(new SandboxFile(program, resource(program)));
        InMemoryTree tree = new InMemoryTree(Map.of("README", "a place to work in\n".getBytes(UTF_8)));
        try (Sandbox sandbox = engine.open(
                engine.prepare(new TemplateSpec(new Environment.Recipe("java"), Optional.of(tree))),
                LIMITS,
                new Owner("java-runner", "test"))) {
            ExecRequest request = new ExecRequest(
                    List.of("python3", "-I", "/mw/" + program), Map.of(), files, Duration.ofMinutes(10));
            ExecOutcome outcome = sandbox.exec(request);
            assertThat(outcome.stderr().text()).isEmpty();
            return outcome.stdout().text();
        }
    }

    private static String resource(String name) throws Exception {
        try (InputStream in = Objects.requireNonNull(JavaRunnerTest.class.getResourceAsStream(name), name)) {
            return new String(in.readAllBytes(), UTF_8);
        }
    }
}
