package dev.monkeywrench.rest;

import dev.monkeywrench.verification.Tally;
import dev.monkeywrench.verification.Trials;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;

/**
 * What the runs behind a verdict showed.
 *
 * @param runs of the candidate's tree
 * @param baselineRuns of the unpatched tree
 * @param confidence that the verdict is not luck, by these runs alone
 * @param firm whether the rule closed the question
 * @param flaky the expected tests that ended in more than one way
 */
@Schema(name = "Trials")
record TrialsView(int runs, int baselineRuns, double confidence, boolean firm, List<FlakyTestView> flaky) {

    /** How a flaky test ended without the patch and with it. */
    @Schema(name = "FlakyTest")
    record FlakyTestView(String test, Tally before, Tally after, double flakeProbability) {}

    static TrialsView of(Trials trials) {
        return new TrialsView(
                trials.runs(),
                trials.baselineRuns(),
                trials.confidence(),
                trials.firm(),
                trials.flaky().stream()
                        .map(test -> new FlakyTestView(
                                test.test().value(), test.before(), test.after(), test.flakeProbability()))
                        .toList());
    }
}
