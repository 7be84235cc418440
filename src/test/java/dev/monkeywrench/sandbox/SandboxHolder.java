package dev.monkeywrench.sandbox;

import dev.monkeywrench.instance.Environment;
import dev.monkeywrench.sandbox.bubblewrap.BubblewrapEngine;
import dev.monkeywrench.sandbox.bubblewrap.BubblewrapTerms;
import dev.monkeywrench.sandbox.docker.DockerEngine;
import dev.monkeywrench.sandbox.docker.DockerTerms;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/** A service of its own that holds a sandbox until it is killed: {@code docker|bubblewrap <home>}, the run on stdin. */
public final class SandboxHolder {

    private static final Limits LIMITS = new Limits(1L << 28, 1, 64, 1L << 26, 1 << 20, Duration.ofMinutes(5));

    private SandboxHolder() {}

    public static void main(String[] arguments) throws Exception {
        BufferedReader stdin = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
        String run = Objects.requireNonNull(stdin.readLine());
        Path home = Path.of(arguments[1]);
        try (SandboxEngine engine = arguments[0].equals("docker")
                        ? DockerEngine.open(DockerTerms.usual(home), Duration.ofSeconds(20), InstantSource.system())
                        : BubblewrapEngine.open(BubblewrapTerms.usual(home));
                Sandbox sandbox = engine.open(
                        engine.prepare(new TemplateSpec(new Environment.Recipe("python"), Optional.empty())),
                        LIMITS,
                        new Owner(run, "held"))) {
            List<String> command = List.of("sh", "-c", "setsid sleep 306 & while :; do sleep 307; done; : " + run);
            sandbox.exec(new ExecRequest(command, Map.of(), List.of(), Duration.ofMinutes(4)));
        }
    }

    static Process start(List<String> arguments, String run) throws IOException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                System.getProperty("java.class.path"),
                SandboxHolder.class.getName()));
        command.addAll(arguments);
        Process process = new ProcessBuilder(command)
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start();
        process.getOutputStream().write((run + "\n").getBytes(StandardCharsets.UTF_8));
        process.getOutputStream().flush();
        return process;
    }
}
