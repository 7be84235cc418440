package dev.monkeywrench.cli;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** Commands that a scripted service answers, and what they write. */
abstract class CommandFixture {

    final ScriptedService service;
    final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();

    @TempDir
    Path folder;

    CommandFixture() {
        this(Map.of("one__one-1", "PASSED", "good patch", "PASSED"));
    }

    /**
     * @param verdicts of the service, by patch or instance
     */
    CommandFixture(Map<String, String> verdicts) {
        service = new ScriptedService(verdicts);
    }

    @AfterEach
    void stop() {
        service.close();
    }

    int run(String... words) {
        return run(Map.of(), words);
    }

    int run(Map<String, String> more, String... words) {
        List<String> all = new ArrayList<>(List.of(words));
        all.add("--server=" + service.address());
        Map<String, String> environment = new java.util.HashMap<>(Map.of("MONKEYWRENCH_HOME", folder.toString()));
        environment.put("MONKEYWRENCH_TERMINAL", "");
        environment.putAll(more);
        return Commands.run(
                all.toArray(String[]::new),
                new PrintStream(out, true, StandardCharsets.UTF_8),
                new PrintStream(err, true, StandardCharsets.UTF_8),
                environment);
    }

    List<String> results() {
        return out.toString(StandardCharsets.UTF_8).lines().toList();
    }

    List<JsonNode> json() {
        return results().stream().map(line -> Session.JSON.readTree(line)).toList();
    }

    String notes() {
        return err.toString(StandardCharsets.UTF_8);
    }

    String suite(String... ids) throws IOException {
        List<String> rows = new ArrayList<>();
        for (String id : ids) {
            rows.add("{\"instance_id\":\"" + id + "\",\"repository\":\"https://example.org/x.git\",\"base_commit\":\""
                    + "a".repeat(40) + "\",\"problem_statement\":\"It breaks.\",\"test_command\":\"pytest\","
                    + "\"report\":\"junit\"}");
        }
        return Files.write(folder.resolve("suite.jsonl"), rows).toString();
    }

    String predictions(String... lines) throws IOException {
        return Files.write(folder.resolve("predictions.jsonl"), List.of(lines)).toString();
    }

    /**
     * Of the model m.
     *
     * @param patch as JSON
     */
    static String prediction(String id, String patch) {
        return "{\"instance_id\":\"" + id + "\",\"model_name_or_path\":\"m\",\"model_patch\":" + patch + "}";
    }

    static String prediction(String id, String model, String patch) {
        return "{\"instance_id\":\"" + id + "\",\"model_name_or_path\":\"" + model + "\",\"model_patch\":\"" + patch
                + "\"}";
    }
}
