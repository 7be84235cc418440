package dev.monkeywrench.evaluation.official;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.monkeywrench.evaluation.OfficialEnding;
import dev.monkeywrench.evaluation.OfficialOutcome;
import dev.monkeywrench.evaluation.OfficialPrediction;
import dev.monkeywrench.evaluation.OwnVerdict;
import dev.monkeywrench.evaluation.TestsStatus;
import dev.monkeywrench.instance.InstanceId;
import dev.monkeywrench.run.VerdictKind;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * Names, order and form as SWE-bench 5.0.2 (reporting.py, grading.py) writes them; how the two were compared is told in
 * docs/evaluation.md.
 */
class OfficialRunTest extends OfficialRunFixture {

    private static final TestsStatus UNRESOLVED =
            new TestsStatus(false, List.of(), List.of("t::a"), List.of("t::b"), List.of());

    @Test
    void oneFolderAnInstanceHoldsWhatTheHarnessKeeps() throws Exception {
        write(outcome("a__b-1", "org/model", new OfficialEnding.Graded(RESOLVED, files("t::a PASSED"))));
        Path logs = folder.resolve("logs/run_evaluation/run/org__model/a__b-1");
        assertThat(Files.readString(logs.resolve("report.json"))).isEqualTo("""
                {
                    "a__b-1": {
                        "patch_is_None": false,
                        "patch_exists": true,
                        "patch_successfully_applied": true,
                        "resolved": true,
                        "infra_failure": false,
                        "tests_status": {
                            "FAIL_TO_PASS": {
                                "success": [
                                    "t::a"
                                ],
                                "failure": []
                            },
                            "PASS_TO_PASS": {
                                "success": [
                                    "t::b"
                                ],
                                "failure": []
                            },
                            "FAIL_TO_FAIL": {
                                "success": [],
                                "failure": []
                            },
                            "PASS_TO_FAIL": {
                                "success": [],
                                "failure": []
                            }
                        }
                    }
                }""");
        assertThat(logs.resolve("patch.diff")).hasContent("diff --git");
        assertThat(logs.resolve("eval.sh")).hasContent("#!/bin/bash");
        assertThat(logs.resolve("test_output.txt")).hasContent("t::a PASSED");
        assertThat(logs.resolve("run_instance.log")).content().contains(">>>>> Applied Patch", "resolved: True");
        assertThat(logs.resolve("verdict.json")).content().contains("\"verdict\": \"TAMPERED\"", "\"resolved\": false");
    }

    @Test
    void theSummaryHasEveryFieldInOrder() throws Exception {
        write(
                outcome("r-1", "m", new OfficialEnding.Graded(RESOLVED, files(""))),
                outcome("u-1", "m", new OfficialEnding.Graded(UNRESOLVED, files("ModuleNotFoundError: x"))),
                outcome("g-1", "m", new OfficialEnding.Ungraded(files("Killed"))),
                outcome("n-1", "m", new OfficialEnding.NotApplied("error: patch failed", files(""))),
                outcome("t-1", "m", new OfficialEnding.TimedOut(7, files("slow"))),
                outcome("b-1", "m", new OfficialEnding.Broken("no sandbox", true, files(""))),
                outcome("e-1", "m", new OfficialEnding.EmptyPatch()));
        assertThat(Files.readString(folder.resolve("m.run.json"))).isEqualTo("""
                {
                    "total_instances": 8,
                    "submitted_instances": 7,
                    "completed_instances": 3,
                    "resolved_instances": 1,
                    "unresolved_instances": 2,
                    "infra_failure_instances": 2,
                    "ambiguous_failure_instances": 2,
                    "empty_patch_instances": 1,
                    "error_instances": 3,
                    "completed_ids": [
                        "g-1",
                        "r-1",
                        "u-1"
                    ],
                    "incomplete_ids": [
                        "left-1"
                    ],
                    "empty_patch_ids": [
                        "e-1"
                    ],
                    "submitted_ids": [
                        "b-1",
                        "e-1",
                        "g-1",
                        "n-1",
                        "r-1",
                        "t-1",
                        "u-1"
                    ],
                    "resolved_ids": [
                        "r-1"
                    ],
                    "unresolved_ids": [
                        "g-1",
                        "u-1"
                    ],
                    "infra_failure_ids": [
                        "b-1",
                        "g-1"
                    ],
                    "ambiguous_failure_ids": [
                        "t-1",
                        "u-1"
                    ],
                    "failure_reasons": {
                        "b-1": "container_unavailable",
                        "g-1": "out_of_memory",
                        "t-1": "tests_timed_out",
                        "u-1": "missing_module"
                    },
                    "error_ids": [
                        "b-1",
                        "n-1",
                        "t-1"
                    ],
                    "schema_version": 2
                }
                """);
        assertThat(Files.readString(logs("g-1").resolve("report.json")))
                .contains("\"patch_successfully_applied\": false")
                .endsWith("""
                        "infra_failure": true,
                                "infra_failure_reason": "out_of_memory"
                            }
                        }""");
        assertThat(logs("t-1").resolve("test_output.txt")).hasContent("slow\n\nTimeout error: 7 seconds exceeded.");
        assertThat(logs("t-1").resolve("report.json")).doesNotExist();
        assertThat(logs("n-1").resolve("run_instance.log")).content().contains(">>>>> Patch Apply Failed");
        assertThat(logs("e-1")).doesNotExist();
    }

    @Test
    void whatIsNotJudgedYetIsIncompleteAndStaysInTheSuite() throws Exception {
        write(outcome("a-1", "m", new OfficialEnding.Pending()));
        assertThat(Files.readString(folder.resolve("m.run.json")))
                .contains("\"total_instances\": 2", "\"submitted_instances\": 0")
                .contains("\"a-1\",\n        \"left-1\"");
    }

    @Test
    void everyModelHasItsOwnSummaryAndPredictions() throws Exception {
        write(
                outcome("a-1", "m/1", new OfficialEnding.EmptyPatch()),
                outcome("a-1", "m/2", new OfficialEnding.EmptyPatch()));
        assertThat(folder.resolve("m__1.run.json")).exists();
        assertThat(folder.resolve("m__2.run.json")).exists();
        assertThat(folder.resolve("predictions.m__2.jsonl"))
                .hasContent(
                        "{\"instance_id\": \"a-1\", \"model_name_or_path\": \"m/2\", \"model_patch\": \"diff --git\"}");
    }

    @Test
    void candidatesCarryOurVerdictBehindTheOfficialFields() throws Exception {
        write(outcome("a-1", "m", new OfficialEnding.EmptyPatch()));
        assertThat(Files.readString(folder.resolve("candidates.jsonl")))
                .startsWith("{\"instance_id\": \"a-1\", \"model_name_or_path\": \"m\", \"model_patch\": \"diff --git\","
                        + " \"monkeywrench\": {\"verdict\": \"TAMPERED\"")
                .endsWith("}\n");
    }

    @Test
    void aModelMakesOnePredictionForAnInstance() throws Exception {
        OfficialOutcome outcome = outcome("a-1", "m", new OfficialEnding.EmptyPatch());
        assertThatThrownBy(() -> write(outcome, outcome)).hasMessageContaining("one prediction for a-1");
    }

    @Test
    void hostileModelsWriteNothingOutsideTheFolder() throws Exception {
        Path inner = Files.createDirectory(folder.resolve("inner"));
        try (OfficialRun run = new OfficialRun(inner, FolderName.of("../../run"))) {
            run.selected(outcome("a-1", "../../../../m", new OfficialEnding.Graded(RESOLVED, files(""))));
            run.selected(outcome("a-1", "..", new OfficialEnding.Graded(RESOLVED, files(""))));
            run.finish(List.of(new InstanceId("a-1")));
        }
        try (Stream<Path> files = Files.list(folder)) {
            assertThat(files).containsExactly(inner);
        }
        try (Stream<Path> reports = Files.walk(inner)) {
            assertThat(reports.filter(file -> file.endsWith("report.json"))).hasSize(2);
        }
    }

    private Path logs(String instance) {
        return folder.resolve("logs/run_evaluation/run/m").resolve(instance);
    }

    private static OfficialOutcome outcome(String id, String model, OfficialEnding ending) {
        OwnVerdict ours = new OwnVerdict("run-1", 0, VerdictKind.TAMPERED, "it reached for the verdict", List.of("x"));
        return new OfficialOutcome(
                new OfficialPrediction(new InstanceId(id), model, "diff --git", Optional.empty(), Optional.of(ours)),
                ending);
    }
}
