package dev.monkeywrench.solver;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.monkeywrench.instance.RepositoryPath;
import dev.monkeywrench.ledger.Budget;
import dev.monkeywrench.patch.Patch;
import dev.monkeywrench.patch.Patches;
import dev.monkeywrench.sampling.Arm;
import dev.monkeywrench.sampling.Candidate;
import dev.monkeywrench.sampling.Draw;
import dev.monkeywrench.sampling.DrawOutcome;
import dev.monkeywrench.sampling.GivenPatches;
import dev.monkeywrench.sampling.Sample;
import dev.monkeywrench.search.StopReason;
import dev.monkeywrench.verification.Verdict;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Timeout(60)
class SamplingSolverTest {

    private static final Verdict FAILED = new Verdict.Failed(List.of(), List.of(), "still fails");
    private static final Verdict PASSED = new Verdict.Passed();

    @Test
    void returnsWhatPassesAndStops() throws InterruptedException {
        ScriptedWorld world = new ScriptedWorld(SamplingSolverTest::distinct, passing(5));
        InMemoryJournal journal = new InMemoryJournal();

        Solution.Searched solution = (Solution.Searched) solve(world, plan(100, 1), journal, new Trail());

        assertThat(solution.reason()).isEqualTo(StopReason.ENOUGH_PASSED);
        assertThat(solution.samples()).isEqualTo(6);
        assertThat(solution.lastSampleIndex()).isEqualTo(5);
        assertThat(solution.passing().best()).hasValueSatisfying(best -> {
            assertThat(best.patch()).isEqualTo(patch(5));
            assertThat(best.votes()).isEqualTo(1);
        });
    }

    /** Reading an image's files takes a sandbox. */
    @Test
    void looksAtFilesOnlyWhereSomethingIsDrawn() throws InterruptedException {
        ScriptedWorld world = new ScriptedWorld(SamplingSolverTest::distinct, passing(5));
        SolvePlan given = plan(GivenPatches.NAME, List.of(patch(5).unifiedDiff()), 1, 1);

        assertThat(solve(world, given, new InMemoryJournal(), new Trail())).isInstanceOf(Solution.Searched.class);
        assertThat(world.read).isFalse();
        solve(world, plan(1, 1), new InMemoryJournal(), new Trail());
        assertThat(world.read).isTrue();
    }

    @Test
    void verifiesARepeatedPatchOnceAndCountsItAsAVote() throws InterruptedException {
        ScriptedWorld world = new ScriptedWorld(draw -> drafted(draw, draw.sampleIndex() % 3), passing(1));
        Trail trail = new Trail();

        Solution.Searched solution = (Solution.Searched) solve(world, plan(30, 0), new InMemoryJournal(), trail);

        assertThat(solution.samples()).isEqualTo(30);
        assertThat(world.verifications).hasValue(3);
        assertThat(solution.passing().contenders())
                .singleElement()
                .satisfies(passed -> assertThat(passed.votes()).isEqualTo(10));
        assertThat(trail.told).startsWith("drafted 0", "judged 0", "drafted 1", "judged 1", "drafted 2", "judged 2");
        assertThat(trail.told).contains("duplicate 3 of 0", "duplicate 29 of 2");
    }

    @Test
    void goesOnWhenOneVerdictSettlesAllThatWasAskedFor() throws InterruptedException {
        ScriptedWorld world = new ScriptedWorld(draw -> drafted(draw, 0), patch -> FAILED);
        SolvePlan plan = plan(300, 0);
        InMemoryJournal journal = new InMemoryJournal();
        for (int i = 0; i < 100; i++) {
            journal.recordDraws(List.of(drafted(new Draw(i, plan.arms().getFirst(), i, 0), 0)), List.of());
        }

        Solution.Searched solution = (Solution.Searched) solve(world, plan, journal, new Trail());

        assertThat(solution.reason()).isEqualTo(StopReason.SAMPLES_DRAWN);
        assertThat(solution.samples()).isEqualTo(300);
    }

    @Test
    void keepsFailingModelsApartFromBadSamples() throws InterruptedException {
        ScriptedWorld world =
                new ScriptedWorld(draw -> new DrawOutcome.Unavailable(draw, true, "503"), patch -> FAILED);

        Solution.Searched solution = (Solution.Searched) solve(world, plan(10, 1), new InMemoryJournal(), new Trail());

        assertThat(solution.reason()).isEqualTo(StopReason.INFRASTRUCTURE);
        assertThat(solution.samples()).isZero();
    }

    @Test
    void triesAnInconclusiveVerdictAgain() throws InterruptedException {
        AtomicInteger tries = new AtomicInteger();
        ScriptedWorld world = new ScriptedWorld(
                SamplingSolverTest::distinct,
                patch -> tries.incrementAndGet() < 3 ? new Verdict.Inconclusive("daemon gone", true) : PASSED);

        Trail trail = new Trail();
        Solution.Searched solution = (Solution.Searched) solve(world, plan(1, 1), new InMemoryJournal(), trail);

        assertThat(tries).hasValue(3);
        assertThat(solution.reason()).isEqualTo(StopReason.ENOUGH_PASSED);
        String step = Labels.verification(patch(0).digest());
        assertThat(trail.retries).containsExactly(step + " after 1: daemon gone", step + " after 2: daemon gone");
    }

    @Test
    void endsWhenNothingIsLeftToDraw() throws InterruptedException {
        ScriptedWorld world = new ScriptedWorld(
                draw -> draw.ordinal() < 4 ? distinct(draw) : new DrawOutcome.Exhausted(draw), patch -> FAILED);

        Solution.Searched solution =
                (Solution.Searched) solve(world, plan(1000, 1), new InMemoryJournal(), new Trail());

        assertThat(solution.reason()).isEqualTo(StopReason.ARMS_EXHAUSTED);
        assertThat(solution.samples()).isEqualTo(4);
    }

    @Test
    void cancelsWhatIsInFlightWhenItStops() throws InterruptedException {
        AtomicBoolean interrupted = new AtomicBoolean();
        CountDownLatch second = new CountDownLatch(1);
        ScriptedWorld world = new ScriptedWorld(SamplingSolverTest::distinct, patch -> {
            if (patch.equals(patch(0))) {
                second.await();
                return PASSED;
            }
            second.countDown();
            try {
                new CountDownLatch(1).await();
            } catch (InterruptedException e) {
                interrupted.set(true);
                throw e;
            }
            return FAILED;
        });

        Solution.Searched solution = (Solution.Searched) solve(world, plan(50, 1), new InMemoryJournal(), new Trail());

        assertThat(solution.samples()).isEqualTo(1);
        assertThat(interrupted).isTrue();
    }

    @Test
    void passesOnWhatBroke() {
        ScriptedWorld world = new ScriptedWorld(
                draw -> {
                    throw new IllegalArgumentException("a bug");
                },
                patch -> FAILED);

        assertThatThrownBy(() -> solve(world, plan(3, 1), new InMemoryJournal(), new Trail()))
                .hasRootCauseMessage("a bug");
    }

    /** Killed at any write, then resumed: the same samples and verdicts, none computed twice. */
    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2, 3, 5, 8, 13, 21, 34, 55})
    void resumesAtTheFirstMissingStep(int writes) throws InterruptedException {
        ScriptedWorld undisturbed = new ScriptedWorld(SamplingSolverTest::threeInFour, passing(21));
        Trail expected = new Trail();
        Solution whole = solve(undisturbed, plan(40, 0), new InMemoryJournal(), expected);

        ScriptedWorld world = new ScriptedWorld(SamplingSolverTest::threeInFour, passing(21));
        InMemoryJournal journal = new InMemoryJournal().dyingAfter(writes);
        Optional<Solution> first = Optional.empty();
        try {
            first = Optional.of(solve(world, plan(40, 0), journal, new Trail()));
        } catch (IllegalStateException killed) {
            journal.revive();
        }
        Trail trail = new Trail();
        Solution.Searched resumed = (Solution.Searched) solve(world, plan(40, 0), journal, trail);

        assertThat(resumed).isEqualTo(whole);
        assertThat(first)
                .satisfiesAnyOf(
                        solution -> assertThat(solution).isEmpty(),
                        solution -> assertThat(solution).contains(whole));
        assertThat(trail.told).isEqualTo(expected.told);
        assertThat(journal.draws().keySet()).hasSize(40);
        assertThat(journal.verdicts()).hasSize(30);
    }

    private static Solution solve(ScriptedWorld world, SolvePlan plan, Journal journal, Trail trail)
            throws InterruptedException {
        return world.solver().solve("run-1", ScriptedWorld.INSTANCE, plan, journal, trail);
    }

    private static SolvePlan plan(int samples, int stopAfter) {
        return plan("scripted", List.of(), samples, stopAfter);
    }

    private static SolvePlan plan(String sampler, List<String> given, int samples, int stopAfter) {
        return new SolvePlan(
                List.of(new Arm(sampler, sampler, Optional.empty(), 1, 1)),
                given,
                samples,
                stopAfter,
                7,
                Budget.unlimited(),
                Duration.ofMinutes(1),
                ScriptedWorld.POLICY,
                3,
                4);
    }

    private static ScriptedWorld.Judging passing(int number) {
        Patch right = patch(number);
        return patch -> patch.equals(right) ? PASSED : FAILED;
    }

    private static DrawOutcome distinct(Draw draw) {
        return drafted(draw, draw.sampleIndex());
    }

    private static DrawOutcome threeInFour(Draw draw) {
        return draw.sampleIndex() % 4 == 3
                ? new DrawOutcome.Drawn(new Sample.Malformed(draw, "no edit", "test"))
                : distinct(draw);
    }

    private static DrawOutcome drafted(Draw draw, int number) {
        return new DrawOutcome.Drawn(new Sample.Drafted(draw, new Candidate(patch(number)), "test"));
    }

    private static Patch patch(int number) {
        return Patches.between(new RepositoryPath("a.py"), "x = 1\n", "x = 1" + number + "\n");
    }
}
