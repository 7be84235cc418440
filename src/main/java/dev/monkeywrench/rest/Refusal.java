package dev.monkeywrench.rest;

import dev.monkeywrench.instance.FieldProblem;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** Ends the handling of a request by a problem. */
final class Refusal extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final transient ProblemType type;
    private final transient List<FieldProblem> problems;
    private final transient Optional<Duration> retryAfter;

    private Refusal(ProblemType type, String detail, List<FieldProblem> problems, Optional<Duration> retryAfter) {
        super(detail, null, false, false);
        this.type = type;
        this.problems = List.copyOf(problems);
        this.retryAfter = retryAfter;
    }

    static Refusal of(ProblemType type, String detail) {
        return new Refusal(type, detail, List.of(), Optional.empty());
    }

    static Refusal of(ProblemType type, FieldProblem problem) {
        return new Refusal(type, problem.field() + " " + problem.problem(), List.of(problem), Optional.empty());
    }

    static Refusal ofRun(List<FieldProblem> problems) {
        return of(ProblemType.INVALID_RUN, problems);
    }

    static Refusal of(ProblemType type, List<FieldProblem> problems) {
        FieldProblem first = problems.getFirst();
        String more = problems.size() == 1 ? "" : ", and " + (problems.size() - 1) + " more";
        String detail = first.field() + ": " + first.problem() + more;
        return new Refusal(type, detail, problems, Optional.empty());
    }

    static Refusal later(ProblemType type, String detail, Duration retryAfter) {
        return new Refusal(type, detail, List.of(), Optional.of(retryAfter));
    }

    static Refusal noRun(String id) {
        return of(
                ProblemType.NOT_FOUND, "There is no run " + Shown.of(id) + "; GET /api/v1/runs lists those there are");
    }

    static Refusal noEvaluation(String id) {
        return of(
                ProblemType.NOT_FOUND,
                "There is no evaluation " + Shown.of(id) + "; GET /api/v1/evaluations lists those there are");
    }

    ProblemType type() {
        return type;
    }

    List<FieldProblem> problems() {
        return problems;
    }

    Optional<Duration> retryAfter() {
        return retryAfter;
    }
}
