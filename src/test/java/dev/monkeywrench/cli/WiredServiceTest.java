package dev.monkeywrench.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.SpringApplicationAotProcessor;

/** The parts that Spring decides on after a build, as remember.sh has it do, are those that it finds at a start. */
@Timeout(240)
class WiredServiceTest {

    private static final String MAIN = "dev.monkeywrench.Monkeywrench";
    private static final String JAVA =
            Path.of(System.getProperty("java.home"), "bin", "java").toString();

    /** As services are started: others collect concurrently where memory asks for it, and measure that only then. */
    private static final List<String> WORDS = List.of(
            "-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC", "-Xms32m", "-Xmx320m", "--enable-native-access=ALL-UNNAMED");

    private static final Duration LIMIT = Duration.ofSeconds(30);

    @TempDir
    private Path folder;

    @Test
    void offersTheSameInterfaceAndMetrics() throws Exception {
        String found = Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator))
                .filter(entry -> !entry.endsWith("test-classes"))
                .collect(Collectors.joining(File.pathSeparator));
        String wired = found + File.pathSeparator + wire(found);

        try (Started plain = Started.in(folder, "plain", List.of("-cp", found));
                Started decided = Started.in(folder, "decided", List.of("-Dspring.aot.enabled=true", "-cp", wired))) {
            assertThat(decided.log()).contains("Starting AOT-processed Monkeywrench");
            assertThat(plain.log()).doesNotContain("AOT-processed");
            assertThat(decided.paths()).isEqualTo(plain.paths()).isNotEmpty();
            awaitSameMetrics(decided, plain);
        }
    }

    /** Some are there from the first time on that what they measure happens. */
    private static void awaitSameMetrics(Started decided, Started plain) throws Exception {
        Instant end = Instant.now().plus(LIMIT);
        Set<String> ours = decided.metrics();
        Set<String> theirs = plain.metrics();
        while (!ours.equals(theirs) && Instant.now().isBefore(end)) {
            Thread.sleep(200);
            ours = decided.metrics();
            theirs = plain.metrics();
        }
        assertThat(ours).isEqualTo(theirs).isNotEmpty();
    }

    @Test
    void isNotUsedWhereTheEnvironmentMayAskForOtherParts() {
        assertThat(ServiceWords.choosesParts(Set.of("PATH", "MONKEYWRENCH_HOME", "DOCKER_HOST")))
                .isFalse();
        assertThat(ServiceWords.choosesParts(Set.of("PATH", "SPRING_PROFILES_ACTIVE")))
                .isTrue();
        assertThat(ServiceWords.choosesParts(Set.of("MONKEYWRENCH_REHEARSAL_ENABLED")))
                .isTrue();
    }

    private Path wire(String classPath) throws Exception {
        Path sources = folder.resolve("sources");
        Path classes = Files.createDirectories(folder.resolve("classes"));
        List<String> process =
                new ArrayList<>(List.of("-cp", classPath, SpringApplicationAotProcessor.class.getName()));
        process.addAll(
                List.of(MAIN, sources.toString(), folder.resolve("resources").toString(), classes.toString()));
        process.addAll(List.of("dev.monkeywrench", "monkeywrench"));
        run("wire", process);
        List<String> words = new ArrayList<>(List.of("-nowarn", "-proc:none", "-parameters", "-d", classes.toString()));
        words.addAll(List.of("-cp", classPath + File.pathSeparator + classes));
        try (Stream<Path> files = Files.walk(sources)) {
            files.filter(file -> file.toString().endsWith(".java")).forEach(file -> words.add(file.toString()));
        }
        assertThat(ToolProvider.getSystemJavaCompiler().run(null, null, null, words.toArray(String[]::new)))
                .isZero();
        return classes;
    }

    private void run(String name, List<String> words) throws Exception {
        Path log = folder.resolve(name + ".log");
        Process process = start(log, words);
        try {
            assertThat(process.waitFor(120, TimeUnit.SECONDS)).isTrue();
        } finally {
            process.destroyForcibly();
        }
        assertThat(process.exitValue()).as(Files.readString(log)).isZero();
    }

    private static Process start(Path log, List<String> words) throws IOException {
        List<String> all = new ArrayList<>(List.of(JAVA));
        all.addAll(WORDS);
        all.addAll(words);
        return new ProcessBuilder(all)
                .redirectErrorStream(true)
                .redirectOutput(log.toFile())
                .start();
    }

    /** A service that runs. */
    private record Started(Process process, Path output, int port, int management, HttpClient http)
            implements AutoCloseable {

        static Started in(Path folder, String name, List<String> java) throws Exception {
            List<String> words = new ArrayList<>(java);
            int port = freePort();
            int management = freePort();
            words.addAll(List.of(MAIN, "serve", "--server.port=" + port, "--management.server.port=" + management));
            words.addAll(List.of("--monkeywrench.home=" + folder.resolve(name), "--springdoc.api-docs.enabled=true"));
            Path log = folder.resolve(name + ".log");
            Started started = new Started(start(log, words), log, port, management, HttpClient.newHttpClient());
            boolean answers = false;
            try {
                while (!Files.readString(log).contains("Started Monkeywrench")) {
                    assertThat(started.process.isAlive())
                            .as(Files.readString(log))
                            .isTrue();
                    Thread.sleep(50);
                }
                answers = true;
            } finally {
                if (!answers) {
                    started.process.destroyForcibly();
                }
            }
            return started;
        }

        private static int freePort() throws IOException {
            try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
                return socket.getLocalPort();
            }
        }

        String log() throws IOException {
            return Files.readString(output);
        }

        Set<String> paths() throws Exception {
            return Session.JSON.readTree(get(port, "/v3/api-docs")).path("paths").propertyNames().stream()
                    .collect(Collectors.toSet());
        }

        Set<String> metrics() throws Exception {
            return get(management, "/actuator/prometheus")
                    .lines()
                    .filter(line -> line.startsWith("# TYPE"))
                    .collect(Collectors.toSet());
        }

        private String get(int where, String path) throws Exception {
            HttpRequest request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + where + path))
                    .build();
            HttpResponse<String> answer = http.send(request, HttpResponse.BodyHandlers.ofString());
            assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
            return answer.body();
        }

        @Override
        public void close() throws InterruptedException {
            http.close();
            process.destroy();
            assertThat(process.waitFor(30, TimeUnit.SECONDS)).isTrue();
        }
    }
}
