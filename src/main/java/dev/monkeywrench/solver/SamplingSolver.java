package dev.monkeywrench.solver;

import dev.monkeywrench.context.FaultEvidence;
import dev.monkeywrench.instance.GradedInstance;
import dev.monkeywrench.ledger.Entry;
import dev.monkeywrench.ledger.Meter;
import dev.monkeywrench.ledger.MeteredModels;
import dev.monkeywrench.ledger.MeteredSandboxes;
import dev.monkeywrench.sampling.Arm;
import dev.monkeywrench.sampling.GivenPatches;
import dev.monkeywrench.sampling.SampleSource;
import dev.monkeywrench.sampling.Sampler;
import dev.monkeywrench.sampling.SamplingBrief;
import dev.monkeywrench.sandbox.Sandboxes;
import dev.monkeywrench.verification.Baseline;
import dev.monkeywrench.verification.Preparation;
import dev.monkeywrench.workspace.Opening;
import dev.monkeywrench.workspace.Workspace;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Opens, prepares, then searches; resumes from the journal at the first missing step. */
final class SamplingSolver implements Solver {

    private final SolverParts parts;

    SamplingSolver(SolverParts parts) {
        this.parts = parts;
    }

    @Override
    public Solution solve(String run, GradedInstance instance, SolvePlan plan, Journal journal, SolveListener listener)
            throws InterruptedException {
        Meter meter = new Meter(parts.clock(), parts.tariff(), plan.budget(), journal.entries());
        try {
            return switch (open(instance, draws(plan), new Retrying(parts.patience(), parts.pause(), listener))) {
                case Opening.Refused refused -> new Solution.Unsound(refused.field(), refused.message(), "");
                case Opening.UnknownCommit unknown -> new Solution.Unsound("base_commit", unknown.message(), "");
                case Opening.Unreachable fault -> new Solution.Unavailable(fault.message(), fault.retryable());
                case Opening.Opened opened -> {
                    try (Workspace workspace = opened.workspace()) {
                        yield new Attempt(run, instance, plan, journal, listener, meter, workspace).solve();
                    }
                }
            };
        } finally {
            List<Entry> rest = meter.takeRest();
            if (!rest.isEmpty()) {
                journal.recordLoss(rest);
            }
        }
    }

    /** Where nothing is drawn but what was given, nobody looks at files, or needs to know where the fault may be. */
    private static boolean draws(SolvePlan plan) {
        return plan.arms().stream().anyMatch(arm -> !arm.sampler().equals(GivenPatches.NAME));
    }

    private Opening open(GradedInstance instance, boolean read, Retrying retrying) throws InterruptedException {
        for (int tries = 1; ; tries++) {
            Opening opening = read
                    ? parts.workspaces().open(instance.instance())
                    : parts.workspaces().openUnread(instance.instance());
            Optional<String> reason = opening instanceof Opening.Unreachable fault && fault.retryable()
                    ? Optional.of(fault.message())
                    : Optional.empty();
            if (!retrying.again("open", tries, reason)) {
                return opening;
            }
        }
    }

    /** One life of one run, its workspace open. */
    private final class Attempt {

        private final String run;
        private final GradedInstance instance;
        private final SolvePlan plan;
        private final Journal journal;
        private final SolveListener listener;
        private final Meter meter;
        private final Workspace workspace;
        private final Sandboxes sandboxes;
        private final Retrying retrying;

        Attempt(
                String run,
                GradedInstance instance,
                SolvePlan plan,
                Journal journal,
                SolveListener listener,
                Meter meter,
                Workspace workspace) {
            this.run = run;
            this.instance = instance;
            this.plan = plan;
            this.journal = journal;
            this.listener = listener;
            this.meter = meter;
            this.workspace = workspace;
            this.retrying = new Retrying(parts.patience(), parts.pause(), listener);
            this.sandboxes = new MeteredSandboxes(parts.sandboxes(), meter, parts.clock());
        }

        Solution solve() throws InterruptedException {
            Optional<Journal.Prepared> known = journal.prepared();
            return switch (prepare(known.map(Journal.Prepared::baseline))) {
                case Preparation.Unsound unsound ->
                    new Solution.Unsound(unsound.field(), unsound.message(), unsound.log());
                case Preparation.Unavailable fault -> new Solution.Unavailable(fault.message(), fault.retryable());
                case Preparation.Ready ready -> {
                    Journal.Prepared prepared = known.isPresent() ? known.get() : observe(ready.baseline());
                    listener.prepared(prepared);
                    yield search(ready, prepared);
                }
            };
        }

        private Preparation prepare(Optional<Baseline> known) throws InterruptedException {
            for (int tries = 1; ; tries++) {
                Preparation preparation =
                        parts.verifier().prepare(instance, workspace, sandboxes, run, plan.verification(), known);
                Optional<String> reason = preparation instanceof Preparation.Unavailable fault && fault.retryable()
                        ? Optional.of(fault.message())
                        : Optional.empty();
                if (!retrying.again("prepare", tries, reason)) {
                    return preparation;
                }
                journal.recordLoss(meter.take("prepare"));
            }
        }

        private Journal.Prepared observe(Baseline baseline) throws InterruptedException {
            FaultEvidence evidence = draws(plan)
                    ? parts.verifier().observe(instance.instance(), workspace, sandboxes, run, plan.verification())
                    : FaultEvidence.none();
            Journal.Prepared prepared = new Journal.Prepared(baseline, evidence);
            List<Entry> cost = new ArrayList<>(meter.take("prepare"));
            cost.addAll(meter.take("observe"));
            journal.recordPrepared(prepared, cost);
            return prepared;
        }

        private Solution search(Preparation.Ready ready, Journal.Prepared prepared) throws InterruptedException {
            MeteredModels models = new MeteredModels(parts.models(), meter, parts.clock());
            SamplingBrief brief =
                    new SamplingBrief(instance.instance(), workspace, prepared.evidence(), models, plan.seed());
            Map<Arm, SampleSource> sources = new HashMap<>();
            for (Arm arm : plan.arms()) {
                sources.put(arm, sampler(arm).prepare(brief, arm));
            }
            try (Workers workers = new Workers(sources, ready.verifier(), retrying, journal, meter)) {
                return new SearchLoop(plan, workers, journal, listener, meter, parts).search();
            }
        }

        private Sampler sampler(Arm arm) {
            if (arm.sampler().equals(GivenPatches.NAME)) {
                return GivenPatches.sampler(plan.given());
            }
            return parts.samplers().stream()
                    .filter(sampler -> sampler.name().equals(arm.sampler()))
                    .findFirst()
                    .orElseThrow(() -> new IllegalArgumentException("There is no sampler '" + arm.sampler() + "'"));
        }
    }
}
