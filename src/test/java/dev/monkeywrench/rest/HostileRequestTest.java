package dev.monkeywrench.rest;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.jdbc.core.JdbcTemplate;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Whatever is sent, the answer is a problem that names itself, never a fault, and nothing is left behind. */
class HostileRequestTest {

    private static final List<String> TABLES = List.of(
            "runs",
            "draws",
            "verifications",
            "entries",
            "events",
            "idempotency_keys",
            "scheduled_tasks",
            "evaluations",
            "evaluation_members",
            "evaluation_events");

    private static RunningService service;
    private Map<String, Object> before = Map.of();

    @BeforeAll
    static void start(@TempDir Path folder) {
        service = RunningService.in(folder, "--monkeywrench.run.remote-look-limit=3s");
    }

    @AfterAll
    static void stop() {
        service.close();
    }

    @BeforeEach
    void look() {
        before = traces();
    }

    @AfterEach
    void nothingIsLeftBehind() {
        assertThat(traces()).isEqualTo(before);
    }

    private static Map<String, Object> traces() {
        JdbcTemplate database = service.bean(JdbcTemplate.class);
        Map<String, Object> traces = new TreeMap<>();
        for (String table : TABLES) {
            traces.put(table, database.queryForList("SELECT COUNT(*) FROM " + table, Long.class));
        }
        try (Stream<Path> files = Files.walk(service.home())) {
            traces.put("files", files.map(Path::toString).sorted().toList());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return traces;
    }

    @Test
    void refusesThreeHundredMalformedRequests() {
        List<String> wrong = new ArrayList<>();
        for (int seed = 0; seed < 300; seed++) {
            HostileRequests.Hostile hostile = new HostileRequests(service.project(), new SplittableRandom(seed)).next();
            HttpResponse<String> response = service.send(service.request("/api/v1/runs")
                    .header("Content-Type", hostile.contentType())
                    .POST(hostile.body()));
            if (!isProblem(response)) {
                wrong.add(
                        "seed " + seed + ", " + hostile.name() + ": " + response.statusCode() + " " + response.body());
            }
        }
        assertThat(wrong).isEmpty();
    }

    private static boolean isProblem(HttpResponse<String> response) {
        boolean named = response.statusCode() >= 400
                && response.statusCode() < 500
                && response.headers().firstValue("Content-Type").orElse("").startsWith("application/problem+json");
        if (!named) {
            return false;
        }
        JsonNode problem = new JsonMapper().readTree(response.body());
        return problem.at("/type").asString("").startsWith("/errors/")
                && !problem.at("/title").asString("").isBlank()
                && !problem.at("/detail").asString("").isBlank()
                && problem.at("/status").intValue() == response.statusCode()
                && !response.body().contains("Exception")
                && (response.statusCode() != 422
                        || problem.at("/errors/0/remedy").isString());
    }

    @ParameterizedTest
    @CsvSource({
        "GET, /api/v1/runs/x, 404",
        "GET, /api/v1/runs/0123456789abcdef01234567, 404",
        "GET, /api/v1/runs/0123456789abcdef01234567/events, 404",
        "GET, /api/v1/runs/0123456789abcdef01234567/candidates, 404",
        "GET, /api/v1/runs/0123456789abcdef01234567/patches/x.diff, 404",
        "DELETE, /api/v1/runs/0123456789abcdef01234567, 404",
        "DELETE, /api/v1/runs/%2e%2e, 404",
        "GET, /api/v1/runs/a%00b, 400",
        "GET, /api/v1/runs/%2e%2e%2fetc, 400",
        "GET, /api/v1/runs?limit=x, 400",
        "GET, /api/v1/runs?limit=0, 400",
        "GET, /api/v1/runs?limit=99999999999999999999, 400",
        "GET, /api/v1/runs?state=DONE, 400",
        "GET, /api/v1/runs?cursor=%27;drop, 400",
        "GET, /api/v1/runs?instanceId=%27, 400",
        "PUT, /api/v1/runs, 405",
        "PATCH, /api/v1/runs/x, 405",
        "DELETE, /api/v1/runs, 405",
        "POST, /api/v1/nothing, 404",
        "GET, /nothing, 404",
        "GET, /errors/nothing, 404",
        "GET, /actuator, 404"
    })
    void answersByStatus(String method, String path, int status) {
        HttpResponse<String> response =
                service.send(service.request(path).method(method, HttpRequest.BodyPublishers.noBody()));
        assertThat(response.statusCode()).as(response.body()).isEqualTo(status);
        assertThat(isProblem(response)).as(response.body()).isTrue();
    }

    @Test
    void refusesBodyBeyondTheLimit() {
        byte[] body = " ".repeat((20 << 20) + 1).getBytes(StandardCharsets.UTF_8);
        for (HttpRequest.BodyPublisher publisher : List.of(
                HttpRequest.BodyPublishers.ofByteArray(body),
                HttpRequest.BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(body)))) {
            HttpResponse<String> response = service.send(service.request("/api/v1/runs")
                    .header("Content-Type", "application/json")
                    .POST(publisher));
            assertThat(response.statusCode()).isEqualTo(413);
            assertThat(isProblem(response)).as(response.body()).isTrue();
        }
    }

    @Test
    void refusesBytesThatAreNoText() {
        byte[] body = "{\"name\": \"\u00e9\"}".getBytes(StandardCharsets.ISO_8859_1);
        HttpResponse<String> response = service.send(service.request("/api/v1/runs")
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofByteArray(body)));
        assertThat(response.statusCode()).isEqualTo(400);
        assertThat(response.body()).contains("not valid UTF-8");
    }

    @Test
    void answersByProblemWhateverIsAccepted() {
        HttpResponse<String> response = service.send(
                service.request("/api/v1/runs/x").header("Accept", "image/png").GET());
        assertThat(response.statusCode()).isIn(404, 406);
        assertThat(isProblem(response)).as(response.body()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "GET /\u0001 HTTP/1.1\r\nHost: x\r\n\r\n",
                "GET /api/v1/runs/{x} HTTP/1.1\r\nHost: x\r\n\r\n",
                "NONSENSE\r\n\r\n",
                "GET /api/v1/runs HTTP/1.1\r\n\r\n",
                "TRACE /api/v1/runs HTTP/1.1\r\nHost: x\r\n\r\n",
                "POST /api/v1/runs HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\nContent-Length: -5\r\n\r\n",
                "POST /api/v1/runs HTTP/1.1\r\nHost: x\r\nTransfer-Encoding: chunked\r\n\r\nzz\r\n"
            })
    void refusesWhatIsNotEvenHttp(String request) throws IOException {
        String answer = raw(request);
        assertThat(answer).matches(text -> text.startsWith("HTTP/1.1 4"), "a status of 400 to 499");
        assertThat(answer).doesNotContain("Apache", "Exception", "<html");
    }

    private static String raw(String request) throws IOException {
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), service.port())) {
            socket.setSoTimeout(25_000);
            socket.getOutputStream().write(request.getBytes(StandardCharsets.ISO_8859_1));
            socket.shutdownOutput();
            try (InputStream in = socket.getInputStream()) {
                return new String(in.readAllBytes(), StandardCharsets.UTF_8);
            }
        }
    }

    @Test
    void namesEveryFieldThatIsWrongAndItsRemedy() {
        HttpResponse<String> response = service.post(service.project()
                .request("x", "{\"sample\": 5, \"samples\": 0}")
                .replace("\"true\"", "\"\""));
        JsonNode problem = RunningService.json(response);
        assertThat(response.statusCode()).isEqualTo(422);
        assertThat(problem.get("errors").findValuesAsString("field")).contains("instance.test_command", "plan.sample");
        assertThat(problem.get("errors").findValuesAsString("remedy")).noneMatch(String::isBlank);
    }
}
