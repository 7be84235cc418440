package dev.monkeywrench.solver;

import dev.monkeywrench.ledger.Meter;
import dev.monkeywrench.patch.Patch;
import dev.monkeywrench.sampling.Arm;
import dev.monkeywrench.sampling.Draw;
import dev.monkeywrench.sampling.DrawOutcome;
import dev.monkeywrench.sampling.SampleSource;
import dev.monkeywrench.verification.InstanceVerifier;
import dev.monkeywrench.verification.Verdict;
import dev.monkeywrench.verification.Verification;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/**
 * Draws and verifies, each task on a virtual thread of its own; what they come to is journaled there and then reported.
 *
 * <p>Closing interrupts what is in flight and ends only when every task has ended: no call and no sandbox outlives it.
 */
final class Workers implements AutoCloseable {

    /** How a task ended. */
    sealed interface Report {

        record Drawn(List<DrawOutcome> outcomes) implements Report {}

        record Verified(Patch patch, Verdict verdict) implements Report {}

        /** The program, or the database beneath it, is broken. */
        record Broken(Throwable cause) implements Report {}
    }

    private final Map<Arm, SampleSource> sources;
    private final InstanceVerifier verifier;
    private final Retrying retrying;
    private final Journal journal;
    private final Meter meter;
    private final BlockingQueue<Report> reports = new LinkedBlockingQueue<>();
    private final ExecutorService executor = Executors.newVirtualThreadPerTaskExecutor();

    Workers(
            Map<Arm, SampleSource> sources,
            InstanceVerifier verifier,
            Retrying retrying,
            Journal journal,
            Meter meter) {
        this.sources = Map.copyOf(sources);
        this.verifier = verifier;
        this.retrying = retrying;
        this.journal = journal;
        this.meter = meter;
    }

    int atOnce(Arm arm) {
        return source(arm).atOnce();
    }

    private SampleSource source(Arm arm) {
        return Optional.ofNullable(sources.get(arm)).orElseThrow();
    }

    /** The next report; empty when none came in time. */
    Optional<Report> await(Duration limit) throws InterruptedException {
        return Optional.ofNullable(reports.poll(Math.max(0, limit.toMillis()), TimeUnit.MILLISECONDS));
    }

    /** Starts draws of one arm; exactly one report follows. */
    void draw(List<Draw> draws) {
        submit(() -> new Report.Drawn(drawPatiently(draws)));
    }

    /** Starts a verification; exactly one report follows. */
    void verify(Patch patch) {
        submit(() -> new Report.Verified(patch, verifyPatiently(patch)));
    }

    private void submit(Task task) {
        executor.execute(() -> {
            try {
                reports.add(task.run());
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            } catch (RuntimeException | Error e) {
                reports.add(new Report.Broken(e));
            }
        });
    }

    private List<DrawOutcome> drawPatiently(List<Draw> draws) throws InterruptedException {
        SampleSource source = source(draws.getFirst().arm());
        List<DrawOutcome> done = new ArrayList<>();
        List<Draw> missing = draws;
        for (int tries = 1; ; tries++) {
            List<DrawOutcome> outcomes = source.draw(missing);
            outcomes.stream().filter(outcome -> !isRetryable(outcome)).forEach(done::add);
            List<DrawOutcome> faults =
                    outcomes.stream().filter(Workers::isRetryable).toList();
            if (faults.isEmpty() || !retrying.again(draws.getFirst().label(), tries, reason(faults.getFirst()))) {
                done.addAll(faults);
                record(done, draws);
                return done;
            }
            missing = faults.stream().map(DrawOutcome::draw).toList();
        }
    }

    private static boolean isRetryable(DrawOutcome outcome) {
        return outcome instanceof DrawOutcome.Unavailable fault && fault.retryable();
    }

    private static Optional<String> reason(DrawOutcome outcome) {
        return outcome instanceof DrawOutcome.Unavailable fault ? Optional.of(fault.message()) : Optional.empty();
    }

    /** A fault is not journaled: a later life of the run may draw there again. */
    private void record(List<DrawOutcome> outcomes, List<Draw> draws) {
        List<DrawOutcome> lasting = outcomes.stream()
                .filter(outcome -> !(outcome instanceof DrawOutcome.Unavailable))
                .toList();
        if (!lasting.isEmpty()) {
            journal.recordDraws(
                    lasting,
                    draws.stream()
                            .flatMap(draw -> meter.take(draw.label()).stream())
                            .toList());
        }
    }

    private Verdict verifyPatiently(Patch patch) throws InterruptedException {
        String label = Labels.verification(patch.digest());
        for (int tries = 1; ; tries++) {
            Verification verification = verifier.verify(patch, label);
            Optional<String> fault = verification.verdict() instanceof Verdict.Inconclusive open && open.retryable()
                    ? Optional.of(open.reason())
                    : Optional.empty();
            if (!retrying.again(label, tries, fault)) {
                journal.recordVerification(patch.digest(), verification, meter.take(label));
                return verification.verdict();
            }
            journal.recordLoss(meter.take(label));
        }
    }

    @Override
    public void close() {
        executor.shutdownNow();
        executor.close();
    }

    private interface Task {

        Report run() throws InterruptedException;
    }
}
