package dev.monkeywrench.run;

import dev.monkeywrench.solver.Solution;
import java.util.Optional;

/** Why runs fail, in words for their users. */
final class Problems {

    private static final int MOST_LOG_CHARACTERS = 20_000;

    private Problems() {}

    static RunProblem of(Solution.Unsound unsound) {
        boolean ofPlan = unsound.field().startsWith("plan");
        String field =
                ofPlan || unsound.field().startsWith("instance") ? unsound.field() : "instance." + unsound.field();
        return new RunProblem(
                RunProblem.Kind.INSTANCE_UNSOUND,
                Optional.of(field),
                unsound.message(),
                "Correct '" + field + "' and submit the run again",
                tail(unsound.log()));
    }

    static RunProblem of(Solution.Unavailable fault) {
        String remedy = fault.retryable()
                ? "Submit the run again later; './mw doctor' tells what is missing"
                : "'./mw doctor' tells what is missing; submit the run again once it is there";
        return new RunProblem(RunProblem.Kind.ENVIRONMENT_UNAVAILABLE, Optional.empty(), fault.message(), remedy, "");
    }

    static RunProblem internal(RunId run) {
        return new RunProblem(
                RunProblem.Kind.INTERNAL_FAULT,
                Optional.empty(),
                "The service broke while it worked on this run, three times in a row",
                "Look for " + run + " in the service's log, and report what it says there",
                "");
    }

    /** What went wrong usually stands at the end. */
    private static String tail(String log) {
        return log.length() <= MOST_LOG_CHARACTERS ? log : log.substring(log.length() - MOST_LOG_CHARACTERS);
    }
}
