package dev.monkeywrench.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** The files that {@code verify} and {@code evaluate} leave, and what {@code report} makes of them. */
class OutputTest extends CommandFixture {

    OutputTest() {
        super(Map.of("one__one-1", "PASSED", "good patch", "PASSED", "strange", "NOT_APPLIED"));
    }

    @Test
    void verifyLeavesTheFilesOfTheOfficialHarness() throws IOException {
        String file = predictions(
                prediction("one__one-1", "org/m", "good patch"),
                prediction("one__one-1", "other", "good patch"),
                prediction("one__one-1", "org/m", "bad patch"),
                prediction("two__two-2", "org/m", "strange"),
                prediction("three__three-3", "org/m", ""),
                prediction("refused__refused-4", "org/m", "bad patch"));
        String suite = suite("one__one-1", "two__two-2", "three__three-3", "refused__refused-4", "left__left-5");

        run("verify", "--suite", suite, "--predictions", file, "--output", out(), "--run-id", "run 1");

        JsonNode summary = json("org__m.run 1.json");
        assertThat(summary.path("total_instances").asInt()).isEqualTo(5);
        assertThat(summary.path("unresolved_ids").toString()).isEqualTo("[\"one__one-1\"]");
        assertThat(summary.path("empty_patch_ids").toString()).isEqualTo("[\"three__three-3\"]");
        assertThat(summary.path("error_ids").toString()).isEqualTo("[\"refused__refused-4\",\"two__two-2\"]");
        assertThat(summary.path("incomplete_ids").toString()).isEqualTo("[\"left__left-5\"]");
        assertThat(json("other.run 1.json").path("resolved_ids").toString()).isEqualTo("[\"one__one-1\"]");
        Path logs = folder.resolve("out/logs/run_evaluation/run 1/org__m/one__one-1");
        assertThat(logs.resolve("test_output.txt")).hasContent("the log");
        assertThat(logs.resolve("patch.diff")).hasContent("bad patch");
        assertThat(logs.resolve("eval.sh")).hasContent("#!/bin/bash\npytest");
        assertThat(Files.readAllLines(folder.resolve("out/candidates.jsonl"))).hasSize(6);
        assertThat(Files.readAllLines(folder.resolve("out/predictions.org__m.jsonl")))
                .hasSize(4);
    }

    @Test
    void asksForLogsTogetherWhereTheyAreFewAndOneByOneWhereTheyAreMany() throws IOException {
        String suite = suite("one__one-1");
        String[] many = IntStream.range(0, 9)
                .mapToObj(number -> prediction("one__one-1", "m" + number, "bad patch " + number))
                .toArray(String[]::new);

        run("verify", "--suite", suite, "--predictions", predictions(many[0]), "--output", out() + 1);
        assertThat(service.samplesAsked()).hasSize(1);
        Path log = folder.resolve("out1/logs/run_evaluation/monkeywrench/m0/one__one-1/test_output.txt");
        assertThat(log).hasContent("the log");

        run("verify", "--suite", suite, "--predictions", predictions(many), "--output", out() + 9);
        assertThat(service.samplesAsked().subList(1, service.samplesAsked().size()))
                .hasSize(1 + many.length)
                .first()
                .asString()
                .doesNotContain("official");
    }

    @Test
    void evaluateSubmitsWhatPassedAndNothingElse() throws IOException {
        run("evaluate", "--suite", suite("one__one-1", "two__two-2"), "--output", out(), "--model-name", "mine");

        JsonNode summary = json("mine.monkeywrench.json");
        assertThat(summary.path("submitted_instances").asInt()).isEqualTo(2);
        assertThat(summary.path("empty_patch_ids").toString()).isEqualTo("[\"two__two-2\"]");
        assertThat(summary.path("resolved_ids").toString()).isEqualTo("[\"one__one-1\"]");
        assertThat(Files.readAllLines(folder.resolve("out/predictions.jsonl")))
                .first()
                .asString()
                .contains("\"model_patch\": \"--- a/x\\n+++ b/x\\n");
    }

    @Test
    void reportsFromAFolderAndComparesTwo() throws IOException {
        String suite = suite("one__one-1", "two__two-2");
        for (String patch : List.of("good patch", "bad patch")) {
            String file = predictions(prediction("one__one-1", "m", patch), prediction("two__two-2", "m", "bad patch"));
            run("verify", "--suite", suite, "--predictions", file, "--output", out() + patch.charAt(0));
        }
        out.reset();

        assertThat(run("report", out() + "g", "--against", out() + "b", "--format", "md,csv", "--output", out()))
                .isZero();

        assertThat(folder.resolve("out/report.md")).exists();
        assertThat(folder.resolve("out/report.html")).doesNotExist();
        assertThat(folder.resolve("out/comparison.md")).exists();
        assertThat(folder.resolve("out/comparison.html")).doesNotExist();
        assertThat(String.join("\n", results()))
                .contains("2 instances that both have")
                .contains("only the first resolved 1, only the second 0: McNemar mid-p 0.5000 (exact 1.0000)")
                .contains("cost: unknown");
        JsonNode comparison = json("comparison.json");
        assertThat(comparison.path("resolvedByFirst").asInt()).isEqualTo(1);
        assertThat(comparison.path("dollarsMoreForSecond").isEmpty()).isTrue();
    }

    @Test
    void reportRefusesAShapeThatIsNone() {
        assertThat(run("report", out(), "--shape", "qwen=7e9", "--output", out()))
                .isEqualTo(Exit.USAGE);
        assertThat(notes()).contains("NAME=PARAMETERS,LAYERS,WIDTH");
    }

    @Test
    void reportNamesWhatIsMissing() {
        assertThat(run("report", folder.resolve("none").toString(), "--output", out()))
                .isEqualTo(Exit.ERROR);
        assertThat(notes()).contains("evaluation.json");
    }

    private String out() {
        return folder.resolve("out").toString();
    }

    private JsonNode json(String name) {
        return Session.JSON.readTree(folder.resolve("out").resolve(name));
    }
}
