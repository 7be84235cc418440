package dev.monkeywrench.run.jdbc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.monkeywrench.context.FaultEvidence;
import dev.monkeywrench.context.LineCoverage;
import dev.monkeywrench.context.StackFrame;
import dev.monkeywrench.instance.ExpectedTests;
import dev.monkeywrench.instance.RepositoryPath;
import dev.monkeywrench.instance.TestId;
import dev.monkeywrench.ledger.Charge;
import dev.monkeywrench.ledger.Entry;
import dev.monkeywrench.model.ModelId;
import dev.monkeywrench.model.TokenUsage;
import dev.monkeywrench.patch.PatchDigest;
import dev.monkeywrench.run.Counts;
import dev.monkeywrench.run.EventType;
import dev.monkeywrench.run.Lease;
import dev.monkeywrench.run.LeaseLost;
import dev.monkeywrench.run.RunEvent;
import dev.monkeywrench.sampling.DrawOutcome;
import dev.monkeywrench.sampling.Sample;
import dev.monkeywrench.sandbox.SandboxKind;
import dev.monkeywrench.solver.Journal;
import dev.monkeywrench.verification.Baseline;
import dev.monkeywrench.verification.TestReport;
import dev.monkeywrench.verification.Verdict;
import dev.monkeywrench.verification.Verification;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;

/** What a journal promises, on whichever database. */
abstract class JournalContract extends JournalFixture {

    @Test
    void givesBackEveryKindOfDraw() {
        List<DrawOutcome> outcomes = List.of(
                new DrawOutcome.Drawn(drafted(0, "x \ud83d\ude00 ä")),
                new DrawOutcome.Drawn(new Sample.Malformed(draw(1), "a \0 \u001b \ud800", "o")),
                new DrawOutcome.Drawn(new Sample.Empty(draw(2), "o")),
                new DrawOutcome.Drawn(new Sample.Duplicate(draw(3), new PatchDigest("0".repeat(64)), 0, "o")),
                new DrawOutcome.Exhausted(draw(4)));
        journal.recordDraws(outcomes, List.of());
        assertThat(journal.draws().values()).containsExactlyInAnyOrderElementsOf(outcomes);
    }

    @Test
    void givesBackEveryKindOfVerdict() {
        List<TestId> tests = List.of(new TestId("a::b[\0]"));
        List<Verdict> verdicts = List.of(
                new Verdict.Passed(),
                new Verdict.Failed(tests, tests, "r"),
                new Verdict.NotApplied("r"),
                new Verdict.TimedOut("r"),
                new Verdict.Tampered("r"),
                new Verdict.Inconclusive("r", true));
        Map<PatchDigest, Verdict> recorded = new java.util.HashMap<>();
        for (Verdict verdict : verdicts) {
            PatchDigest digest = new PatchDigest("%064x".formatted(recorded.size()));
            journal.recordVerification(digest, verification(verdict), List.of());
            recorded.put(digest, verdict);
        }
        assertThat(journal.verdicts()).isEqualTo(recorded);
        PatchDigest first = new PatchDigest("0".repeat(64));
        assertThat(jdbc.records().verifications(lease.run().id(), List.of(first)))
                .containsEntry(first, verification(verdicts.getFirst()));
    }

    @Test
    void givesBackWhatWasPrepared() {
        RepositoryPath path = new RepositoryPath("a/b.py");
        Journal.Prepared prepared = new Journal.Prepared(
                new Baseline(
                        new ExpectedTests(List.of(new TestId("x")), List.of(new TestId("y"))),
                        List.of("c"),
                        verification(new Verdict.Passed()).report(),
                        Duration.ofMillis(1234)),
                new FaultEvidence(
                        "trace", List.of(new StackFrame(path, 3, 0)), 1, 2, List.of(new LineCoverage(path, 3, 1, 0))));
        journal.recordPrepared(prepared, List.of());
        assertThat(journal.prepared()).contains(prepared);
    }

    @Test
    void givesBackEveryKindOfCharge() {
        List<Entry> cost = List.of(
                entry("draw-0"),
                new Entry(
                        "draw-0", new Charge.SandboxUse(SandboxKind.DOCKER, Duration.ofSeconds(2), Duration.ZERO), NOW),
                new Entry(
                        "draw-0",
                        new Charge.ModelCall(
                                new ModelId("m"),
                                TokenUsage.unknown(),
                                Duration.ofNanos(5),
                                Duration.ZERO,
                                Optional.of(Duration.ofSeconds(4))),
                        NOW));
        journal.recordLoss(cost);
        assertThat(journal.entries()).containsExactlyInAnyOrderElementsOf(cost);
    }

    @Test
    void findsChargesByTheirLabelsWhateverStepTheyBelongTo() {
        journal.recordDraws(
                List.of(new DrawOutcome.Drawn(drafted(0, "x")), new DrawOutcome.Drawn(drafted(1, "y"))),
                List.of(entry("draw-0"), entry("draw-1")));
        journal.recordLoss(List.of(entry("draw-0"), entry("draw-2")));
        assertThat(jdbc.records().entries(lease.run().id(), List.of("draw-0", "draw-9")))
                .extracting(Entry::label)
                .containsExactly("draw-0", "draw-0");
        assertThat(jdbc.records().entries(lease.run().id(), List.of())).isEmpty();
    }

    @Test
    void booksStepOnceHoweverOftenItIsRecorded() throws Exception {
        DrawOutcome outcome = new DrawOutcome.Drawn(drafted(0, "x"));
        Verification verification = verification(new Verdict.Passed());
        PatchDigest digest = new PatchDigest("a".repeat(64));
        Journal.Prepared prepared = new Journal.Prepared(
                new Baseline(
                        new ExpectedTests(List.of(new TestId("x")), List.of()),
                        List.of(),
                        TestReport.none(),
                        Duration.ZERO),
                FaultEvidence.none());
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<?>> calls = new ArrayList<>();
            for (int i = 0; i < 8; i++) {
                calls.add(threads.submit(() -> journal.recordPrepared(prepared, List.of(entry("prepare")))));
                calls.add(threads.submit(() -> journal.recordDraws(List.of(outcome), List.of(entry("draw-0")))));
                calls.add(threads.submit(
                        () -> journal.recordVerification(digest, verification, List.of(entry("verify-a")))));
            }
            for (Future<?> call : calls) {
                call.get();
            }
        }
        assertThat(journal.entries())
                .extracting(Entry::label)
                .containsExactlyInAnyOrder("prepare", "draw-0", "verify-a");
    }

    @Test
    void addsOnlyTheCostOfDrawsThatAreNew() {
        DrawOutcome first = new DrawOutcome.Drawn(drafted(0, "x"));
        DrawOutcome second = new DrawOutcome.Drawn(drafted(1, "y"));
        journal.recordDraws(List.of(first), List.of(entry("draw-0")));
        journal.recordDraws(List.of(first, second), List.of(entry("draw-0"), entry("draw-1")));
        assertThat(journal.draws()).hasSize(2);
        assertThat(journal.entries()).extracting(Entry::label).containsExactlyInAnyOrder("draw-0", "draw-1");
    }

    @Test
    void refusesLateWritesOfAnEarlierLife() {
        Lease later = store.lease(lease.run().id(), SandboxKind.DOCKER).orElseThrow();
        assertThatThrownBy(() -> journal.recordLoss(List.of(entry("draw-0")))).isInstanceOf(LeaseLost.class);
        assertThatThrownBy(() -> journal.recordDraws(List.of(new DrawOutcome.Exhausted(draw(0))), List.of()))
                .isInstanceOf(LeaseLost.class);
        assertThatThrownBy(() -> store.tell(lease, EventType.SAMPLED, Counts.none(), "{}"))
                .isInstanceOf(LeaseLost.class);
        store.journal(later).recordLoss(List.of(entry("draw-1")));
        assertThat(journal.entries()).extracting(Entry::label).containsExactly("draw-1");
    }

    @Test
    void letsCancelledRunBookWhatItHasSpent() {
        store.cancel(lease.run().id());
        assertThat(store.cancelRequested(List.of(lease.run().id())))
                .containsExactly(lease.run().id());
        journal.recordLoss(List.of(entry("draw-0")));
        assertThat(journal.entries()).hasSize(1);
    }

    @Test
    void keepsWholeWhatAnInterruptedThreadWrites() {
        for (int i = 0; i < 50; i++) {
            Thread.currentThread().interrupt();
            journal.recordDraws(List.of(new DrawOutcome.Drawn(drafted(i, "line " + i))), List.of(entry("draw-" + i)));
            assertThat(Thread.interrupted()).isTrue();
        }
        assertThat(journal.draws()).hasSize(50);
        assertThat(journal.entries()).hasSize(50);
    }

    @Test
    void numbersEventsWithoutGap() {
        store.tell(lease, EventType.SAMPLED, Counts.none(), "{\"a\":1}");
        store.tell(lease, EventType.JUDGED, Counts.none(), "{\"a\":2}");
        assertThat(jdbc.records().events(lease.run().id(), 1, 10))
                .extracting(RunEvent::sequence)
                .containsExactly(2L, 3L, 4L);
    }
}
