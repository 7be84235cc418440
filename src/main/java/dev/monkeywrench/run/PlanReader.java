package dev.monkeywrench.run;

import dev.monkeywrench.instance.FieldProblem;
import dev.monkeywrench.ledger.Budget;
import dev.monkeywrench.sampling.Arm;
import dev.monkeywrench.solver.SolvePlan;
import dev.monkeywrench.verification.VerificationPolicy;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.function.LongSupplier;
import tools.jackson.databind.JsonNode;

/** Reads plans strictly: a field nobody knows is refused, and so is a value out of its range. Thread-safe. */
final class PlanReader {

    static final String REPEATS = "repeats";
    private static final Set<String> FIELDS = Set.of(
            "samplers",
            "samples",
            "stopAfter",
            "seed",
            "budget",
            "wallTime",
            "timeouts",
            "parallel",
            "patches",
            "verdicts",
            REPEATS);

    static final String FIRM = "firm";
    static final String ONCE = "once";
    static final String CACHED = "cached";
    static final String FRESH = "fresh";
    private static final Set<String> VERDICTS = Set.of(CACHED, FRESH);
    private static final int MOST_DOLLARS = 1_000_000;

    private final PlanPolicy policy;
    private final LongSupplier seeds;

    /**
     * @param seeds for plans without one
     */
    PlanReader(PlanPolicy policy, LongSupplier seeds) {
        this.policy = policy;
        this.seeds = seeds;
    }

    PlanReading read(JsonNode plan) {
        List<FieldProblem> problems = new ArrayList<>();
        PlanFields fields = PlanFields.of(plan, problems, FIELDS);
        if (!problems.isEmpty()) {
            return new PlanReading.Rejected(problems);
        }
        Optional<SolvePlan> read = read(fields, problems);
        return read.isPresent() && problems.isEmpty()
                ? new PlanReading.Read(read.get())
                : new PlanReading.Rejected(problems);
    }

    private Optional<SolvePlan> read(PlanFields fields, List<FieldProblem> problems) {
        boolean judging = fields.node("patches").isPresent();
        List<String> given = given(fields);
        List<Arm> arms = judging ? List.of(new Arm("given", "given", Optional.empty(), 0, 1)) : arms(fields);
        int samples = fields.integer("samples", 1, SolvePlan.MOST_SAMPLES).orElse(policy.samples());
        int stopAfter = fields.integer("stopAfter", 0, SolvePlan.MOST_SAMPLES).orElse(judging ? 0 : 1);
        long seed = fields.wholeNumber("seed", Long.MIN_VALUE, Long.MAX_VALUE).orElseGet(seeds);
        Budget budget = budget(fields);
        VerificationPolicy verification = judging ? verification(fields).withFullStatuses() : verification(fields);
        Parallel parallel = parallel(fields);
        return !problems.isEmpty()
                ? Optional.empty()
                : Optional.of(new SolvePlan(
                        arms,
                        given,
                        judging ? given.size() : samples,
                        stopAfter,
                        seed,
                        budget,
                        fields.duration("wallTime", PlanPolicy.LONGEST_RUN).orElse(policy.wallTime()),
                        verification,
                        parallel.draws(),
                        parallel.verifications()));
    }

    /** A patch that is null or empty is an empty sample, as in predictions files. */
    private List<String> given(PlanFields fields) {
        if (fields.node("patches").isEmpty()) {
            return List.of();
        }
        for (String other : List.of("samplers", "samples")) {
            if (fields.node(other).isPresent()) {
                fields.refuse(other, "says what is drawn, but 'patches' are judged instead", "Leave one of them out");
            }
        }
        List<String> given = new ArrayList<>();
        for (JsonNode patch : fields.array("patches", PlanPolicy.MOST_GIVEN)) {
            if (!patch.isString() && !patch.isNull()) {
                fields.refuse("patches[" + given.size() + "]", "is not a text", "Send each patch as a unified diff");
            }
            given.add(patch.isString() ? patch.stringValue() : "");
        }
        if (given.isEmpty()) {
            fields.refuse("patches", "holds no patch", "Send one unified diff or more, or leave it out");
        }
        return given;
    }

    private List<Arm> arms(PlanFields fields) {
        ArmReader reader = new ArmReader(policy);
        List<JsonNode> samplers = fields.array("samplers", PlanPolicy.MOST_ARMS);
        if (samplers.isEmpty()) {
            if (fields.node("samplers").filter(JsonNode::isArray).isPresent()) {
                fields.refuse("samplers", "holds no sampler", "Name one of " + policy.samplers() + ", or leave it out");
            }
            return reader.standard();
        }
        return reader.read(fields, samplers);
    }

    private static Budget budget(PlanFields fields) {
        Optional<JsonNode> value = fields.node("budget");
        if (value.isEmpty()) {
            return Budget.unlimited();
        }
        PlanFields budget = fields.inner("budget", value.get(), Set.of("tokens", "dollars"));
        OptionalDouble dollars = budget.number("dollars", 0.000_001, MOST_DOLLARS);
        return new Budget(
                budget.wholeNumber("tokens", 1, Long.MAX_VALUE),
                dollars.isPresent() ? Optional.of(BigDecimal.valueOf(dollars.getAsDouble())) : Optional.empty());
    }

    private VerificationPolicy verification(PlanFields fields) {
        Optional<PlanFields> timeouts =
                fields.node("timeouts").map(value -> fields.inner("timeouts", value, Set.of("baseline", "candidate")));
        return new VerificationPolicy(
                policy.verification().limits(),
                timeouts.flatMap(inner -> inner.duration("baseline", PlanPolicy.LONGEST_TEST))
                        .orElse(policy.verification().baselineTimeout()),
                timeouts.flatMap(inner -> inner.duration("candidate", PlanPolicy.LONGEST_TEST))
                        .orElse(policy.verification().candidateTimeout()),
                fresh(fields),
                policy.verification().repeats().once(once(fields)),
                policy.verification().statuses());
    }

    private static boolean fresh(PlanFields fields) {
        Optional<String> verdicts = fields.node("verdicts").map(value -> value.asString(""));
        if (verdicts.isPresent() && !VERDICTS.contains(verdicts.get())) {
            fields.refuse(
                    "verdicts",
                    "is neither \"" + CACHED + "\" nor \"" + FRESH + "\"",
                    "Send \"" + FRESH + "\" to have the tests run even where an earlier run ran them, or leave it out");
        }
        return verdicts.equals(Optional.of(FRESH));
    }

    private static boolean once(PlanFields fields) {
        Optional<String> repeats = fields.node(REPEATS).map(value -> value.asString(""));
        if (repeats.isPresent() && !Set.of(FIRM, ONCE).contains(repeats.get())) {
            fields.refuse(
                    REPEATS,
                    "is neither \"" + FIRM + "\" nor \"" + ONCE + "\"",
                    "Send \"" + ONCE + "\" to have a pass that was seen once count, or leave it out");
        }
        return repeats.equals(Optional.of(ONCE));
    }

    private Parallel parallel(PlanFields fields) {
        Optional<JsonNode> value = fields.node("parallel");
        if (value.isEmpty()) {
            return new Parallel(policy.parallelDraws(), policy.parallelVerifications());
        }
        PlanFields parallel = fields.inner("parallel", value.get(), Set.of("draws", "verifications"));
        return new Parallel(
                parallel.integer("draws", 1, PlanPolicy.MOST_PARALLEL_DRAWS).orElse(policy.parallelDraws()),
                parallel.integer("verifications", 1, PlanPolicy.MOST_PARALLEL_VERIFICATIONS)
                        .orElse(policy.parallelVerifications()));
    }

    private record Parallel(int draws, int verifications) {}
}
