package dev.monkeywrench.evaluation.official;

import static org.assertj.core.api.Assertions.assertThat;

import dev.monkeywrench.evaluation.OfficialEnding;
import dev.monkeywrench.evaluation.OfficialOutcome;
import dev.monkeywrench.evaluation.OfficialPrediction;
import dev.monkeywrench.instance.InstanceId;
import java.nio.file.Files;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Names, order and form as Multi-SWE-bench (report.py) writes them. */
class MultiSweBenchReportTest extends OfficialRunFixture {

    @Test
    void pullRequestsAreToldAsMultiSweBenchDoes() throws Exception {
        write(
                pull("o/r:pr-1", new OfficialEnding.Graded(RESOLVED, files(""))),
                pull("o/r:pr-2", new OfficialEnding.Ungraded(files(""))),
                pull("o/é:pr-3", new OfficialEnding.Broken("gone", true, files(""))));
        assertThat(Files.readString(folder.resolve("final_report.json"))).isEqualTo("""
                {
                    "total_instances": 3,
                    "submitted_instances": 3,
                    "completed_instances": 2,
                    "incomplete_instances": 1,
                    "resolved_instances": 1,
                    "unresolved_instances": 1,
                    "empty_patch_instances": 0,
                    "error_instances": 1,
                    "submitted_ids": [
                        "o/r:pr-1",
                        "o/r:pr-2",
                        "o/é:pr-3"
                    ],
                    "completed_ids": [
                        "o/r:pr-1",
                        "o/r:pr-2"
                    ],
                    "incomplete_ids": [
                        "o/é:pr-3"
                    ],
                    "resolved_ids": [
                        "o/r:pr-1"
                    ],
                    "unresolved_ids": [
                        "o/r:pr-2"
                    ],
                    "empty_patch_ids": [],
                    "error_ids": [
                        "o/é:pr-3"
                    ]
                }""");
    }

    private static OfficialOutcome pull(String id, OfficialEnding ending) {
        InstanceId instance = new InstanceId("i-" + id.charAt(id.length() - 1));
        return new OfficialOutcome(
                new OfficialPrediction(instance, "m", "diff --git", Optional.of(id), Optional.empty()), ending);
    }
}
