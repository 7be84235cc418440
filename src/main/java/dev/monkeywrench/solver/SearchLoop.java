package dev.monkeywrench.solver;

import dev.monkeywrench.ledger.Meter;
import dev.monkeywrench.patch.Patch;
import dev.monkeywrench.patch.PatchDigest;
import dev.monkeywrench.sampling.Draw;
import dev.monkeywrench.sampling.DrawOutcome;
import dev.monkeywrench.sampling.Sample;
import dev.monkeywrench.search.Ask;
import dev.monkeywrench.search.RepeatedSampling;
import dev.monkeywrench.search.StopReason;
import dev.monkeywrench.search.StopRule;
import dev.monkeywrench.search.Strategy;
import dev.monkeywrench.verification.Verdict;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/**
 * The search of one run: one thread decides, {@link Workers} work.
 *
 * <p>Draws and verdicts arrive in any order; samples are settled in order of their index, and only settled samples are
 * told to the strategy. So where a run ends does not depend on which sandbox was faster.
 */
final class SearchLoop {

    private static final int LOOK_AHEAD = 4;

    private final SolvePlan plan;
    private final Workers workers;
    private final SolverParts parts;
    private final Meter meter;
    private final Strategy strategy;
    private final Settlement settlement;
    private final Instant deadline;

    /** How many samples may be asked for and not settled. */
    private final int window;

    private final Map<Integer, DrawOutcome> journaledDraws;
    private final Map<PatchDigest, Verdict> verdicts;
    private final TreeMap<Integer, Draw> asked = new TreeMap<>();
    private final TreeMap<Integer, DrawOutcome> drawn = new TreeMap<>();
    private final Deque<List<Draw>> toDraw = new ArrayDeque<>();
    private final TreeMap<Integer, Patch> toVerify = new TreeMap<>();
    private final Set<PatchDigest> sentToVerify = new HashSet<>();
    private int drawing;
    private int verifying;
    private boolean faulty;
    private Optional<StopReason> over = Optional.empty();

    SearchLoop(
            SolvePlan plan, Workers workers, Journal journal, SolveListener listener, Meter meter, SolverParts parts) {
        this.plan = plan;
        this.workers = workers;
        this.parts = parts;
        this.meter = meter;
        this.strategy = new RepeatedSampling(plan.arms(), new StopRule(plan.samples(), plan.stopAfter()), plan.seed());
        this.settlement = new Settlement(listener, parts.selector());
        this.deadline = parts.clock().instant().plus(plan.wallTime());
        this.window = plan.parallelDraws() + LOOK_AHEAD * plan.parallelVerifications();
        this.journaledDraws = journal.draws();
        this.verdicts = new HashMap<>(journal.verdicts());
    }

    Solution search() throws InterruptedException {
        while (over.isEmpty()) {
            boolean asking = askForDraws();
            startDraws();
            startVerifications();
            boolean settling = settle();
            if (over.isPresent()) {
                break;
            }
            if (drawing > 0 || verifying > 0) {
                take(workers.await(untilDeadline()));
            } else if (!asking && !settling) {
                over = Optional.of(whyIdle());
            }
            if (over.isEmpty() && untilDeadline().isNegative()) {
                over = Optional.of(StopReason.TIME_OVER);
            }
        }
        return settlement.close(reason());
    }

    /** Arms that failed look exhausted to the strategy; to the user they failed. */
    private StopReason reason() {
        StopReason reason = over.orElseThrow();
        return reason == StopReason.ARMS_EXHAUSTED && faulty ? StopReason.INFRASTRUCTURE : reason;
    }

    private Duration untilDeadline() {
        return Duration.between(parts.clock().instant(), deadline);
    }

    private StopReason whyIdle() {
        return meter.refused() || meter.spent() ? StopReason.BUDGET_SPENT : StopReason.ARMS_EXHAUSTED;
    }

    /** Fills the window of unsettled samples; false when nothing new was asked for. */
    private boolean askForDraws() {
        boolean asking = false;
        while (!meter.refused() && !meter.spent() && asked.size() < window) {
            switch (strategy.ask(window - asked.size())) {
                case Ask.Wait wait -> {
                    return asking;
                }
                case Ask.Finished finished -> {
                    over = Optional.of(finished.reason());
                    return asking;
                }
                case Ask.Next next -> {
                    accept(next.draws());
                    asking = true;
                }
            }
        }
        return asking;
    }

    private void accept(List<Draw> draws) {
        List<Draw> missing = new ArrayList<>();
        for (Draw draw : draws) {
            asked.put(draw.sampleIndex(), draw);
            Optional.ofNullable(journaledDraws.get(draw.sampleIndex()))
                    .ifPresentOrElse(this::arrive, () -> missing.add(draw));
        }
        int atOnce = Math.max(1, workers.atOnce(draws.getFirst().arm()));
        for (int from = 0; from < missing.size(); from += atOnce) {
            toDraw.add(List.copyOf(missing.subList(from, Math.min(missing.size(), from + atOnce))));
        }
    }

    private void startDraws() {
        while (drawing < plan.parallelDraws() && !toDraw.isEmpty()) {
            workers.draw(toDraw.removeFirst());
            drawing++;
        }
    }

    private void startVerifications() {
        while (verifying < plan.parallelVerifications() && !toVerify.isEmpty()) {
            workers.verify(toVerify.pollFirstEntry().getValue());
            verifying++;
        }
    }

    private void take(Optional<Workers.Report> report) {
        if (report.isEmpty()) {
            over = Optional.of(StopReason.TIME_OVER);
            return;
        }
        switch (report.get()) {
            case Workers.Report.Drawn done -> {
                drawing--;
                done.outcomes().forEach(this::arrive);
            }
            case Workers.Report.Verified done -> {
                verifying--;
                verdicts.put(done.patch().digest(), done.verdict());
            }
            case Workers.Report.Broken broken ->
                throw new IllegalStateException("A step of the run broke", broken.cause());
        }
    }

    private void arrive(DrawOutcome outcome) {
        int index = outcome.draw().sampleIndex();
        switch (outcome) {
            case DrawOutcome.Unavailable fault -> arriveFailed(fault);
            case DrawOutcome.Exhausted over -> drawn.put(index, outcome);
            case DrawOutcome.Drawn sample -> {
                drawn.put(index, outcome);
                if (sample.sample() instanceof Sample.Drafted drafted) {
                    queue(index, drafted.candidate().patch());
                }
            }
        }
    }

    /** What the budget refused was never drawn; an arm that keeps failing has nothing left to give. */
    private void arriveFailed(DrawOutcome.Unavailable fault) {
        int index = fault.draw().sampleIndex();
        if (meter.refused()) {
            asked.remove(index);
            return;
        }
        faulty = true;
        drawn.put(index, new DrawOutcome.Exhausted(fault.draw()));
    }

    private void queue(int index, Patch patch) {
        if (!verdicts.containsKey(patch.digest()) && sentToVerify.add(patch.digest())) {
            toVerify.put(index, patch);
        }
    }

    /**
     * Settles samples from the lowest index up, as far as they are complete, until the strategy has enough.
     *
     * @return whether one was: then there is room in the window to ask again
     */
    private boolean settle() {
        int before = asked.size();
        while (over.isEmpty() && !asked.isEmpty()) {
            int index = asked.firstKey();
            Optional<DrawOutcome> outcome = Optional.ofNullable(drawn.get(index));
            if (outcome.isEmpty() || !isComplete(outcome.get())) {
                break;
            }
            asked.remove(index);
            drawn.remove(index);
            over = strategy.tell(settlement.settle(outcome.get(), verdicts));
        }
        return asked.size() < before;
    }

    private boolean isComplete(DrawOutcome outcome) {
        boolean waits = outcome instanceof DrawOutcome.Drawn drawing
                && drawing.sample() instanceof Sample.Drafted drafted
                && !verdicts.containsKey(drafted.candidate().digest());
        return !waits;
    }
}
