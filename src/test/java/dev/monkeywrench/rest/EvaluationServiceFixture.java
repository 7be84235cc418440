package dev.monkeywrench.rest;

import static org.assertj.core.api.Assertions.assertThat;

import dev.monkeywrench.cli.Commands;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;

/** A service for the tests of one class, and who asks it for evaluations, or commands it. Classes run one after another. */
abstract class EvaluationServiceFixture {

    static RunningService service;
    static EvaluationClient client;

    @BeforeAll
    static void start(@TempDir Path folder) {
        service = RunningService.in(folder);
        client = new EvaluationClient(service);
    }

    @AfterAll
    static void stop() {
        service.close();
    }

    /** The fields that a refusal names. */
    static List<String> problems(HttpResponse<String> reply, String type) {
        assertThat(reply.statusCode()).as(reply.body()).isEqualTo(422);
        assertThat(reply.headers().firstValue("Content-Type")).contains("application/problem+json");
        assertThat(RunningService.json(reply).get("type").stringValue()).isEqualTo("/errors/" + type);
        assertThat(service.get("/errors/" + type).statusCode()).isEqualTo(200);
        return RunningService.json(reply)
                .get("errors")
                .valueStream()
                .map(each -> each.get("field").stringValue())
                .toList();
    }

    /** What a command said. */
    record Said(int status, String out, String err) {

        /** Its results, of a command that did what it was asked. */
        String results() {
            assertThat(status).as(err).isZero();
            return out;
        }
    }

    /** Runs a command against the service. */
    static Said mw(String... words) {
        List<String> all = new ArrayList<>(List.of(words));
        all.add("--server=http://127.0.0.1:" + service.port());
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        int status = Commands.run(
                all.toArray(String[]::new),
                new PrintStream(out, true, StandardCharsets.UTF_8),
                new PrintStream(err, true, StandardCharsets.UTF_8),
                Map.of("MONKEYWRENCH_TERMINAL", "", "MONKEYWRENCH_HOME", String.valueOf(service.home())));
        return new Said(status, out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8));
    }
}
