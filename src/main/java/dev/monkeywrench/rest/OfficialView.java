package dev.monkeywrench.rest;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the grading law alone says of a sample: the official harness's answer, to which ours may be stricter.
 *
 * @param graded whether what the tests left behind proves anything
 * @param testOutput as the harness would have kept it, hostile
 */
@Schema(name = "OfficialAnswer")
record OfficialView(
        boolean graded,
        boolean resolved,
        @JsonProperty("tests_status") @Nullable TestsStatusView testsStatus,
        String testOutput) {

    /** By what was expected of them. */
    @Schema(name = "TestsStatus")
    record TestsStatusView(
            @JsonProperty("FAIL_TO_PASS") ListsView failToPass,
            @JsonProperty("PASS_TO_PASS") ListsView passToPass) {}

    /** Those that went as they should, and those that did not. */
    @Schema(name = "TestLists")
    record ListsView(List<String> success, List<String> failure) {}
}
