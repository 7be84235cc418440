package dev.monkeywrench.verification;

import dev.monkeywrench.instance.EvalType;
import dev.monkeywrench.instance.ExpectedTests;
import dev.monkeywrench.instance.RepositoryPath;
import dev.monkeywrench.instance.TestId;
import dev.monkeywrench.patch.Patch;
import dev.monkeywrench.patch.Patches;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;

/**
 * Thirty flaky instances, each with one candidate, as coins: what a test does in one run is drawn.
 *
 * <p>Each coin deviates from what the candidate deserves with a probability of .02 to .5; at .5 nothing is deserved.
 */
final class FlakyCases {

    private static final double[] CHANCES = {.02, .05, .1, .2, .3, .4, .5};
    private static final TestId REPAIRED = new TestId("t.py::repaired");
    private static final TestId FIRST = new TestId("t.py::first");
    private static final TestId SECOND = new TestId("t.py::second");
    private static final Patch PATCH = Patches.between(new RepositoryPath("x.py"), "a\n", "b\n");

    private FlakyCases() {}

    /** What a case's candidate deserves. */
    enum Deserved {
        PASS,
        FAILURE,
        NEITHER
    }

    /** One run of the tests: which of them pass. */
    @FunctionalInterface
    interface Suite {
        Map<TestId, Boolean> run(RandomGenerator random);
    }

    /**
     * @param before on the unpatched tree
     * @param after on the candidate's
     */
    record Case(String name, Deserved deserved, Suite before, Suite after) {

        /** Prepares and judges once; empty where the instance is refused since there is nothing to repair. */
        Optional<Verification> judge(RandomGenerator random, RepeatPolicy policy, Duration elapsed)
                throws InterruptedException {
            List<TestReport> reports = IntStream.range(0, policy.baselineRuns())
                    .mapToObj(i -> report(before.run(random)))
                    .toList();
            if (reports.stream().allMatch(report -> Contradictions.passes(REPAIRED, report))) {
                return Optional.empty();
            }
            ExpectedTests expected = new ExpectedTests(List.of(REPAIRED), List.of(FIRST, SECOND));
            Baseline baseline = new Baseline(
                    expected,
                    List.of(),
                    reports.getFirst(),
                    Optional.empty(),
                    elapsed,
                    Optional.of(Flakiness.of(reports)),
                    Optional.empty(),
                    Optional.empty());
            return Optional.of(new Repetition(() -> baseline, Suspects.of(baseline), policy)
                    .settle(PATCH.digest(), Optional.empty(), () -> graded(expected, after.run(random), elapsed)));
        }
    }

    private static Verification graded(ExpectedTests expected, Map<TestId, Boolean> run, Duration elapsed) {
        TestReport report = report(run);
        Verdict verdict = switch (Grader.grade(expected, report, EvalType.PASS_AND_FAIL)) {
            case Grade.Resolved resolved -> new Verdict.Passed();
            case Grade.Unresolved unresolved ->
                new Verdict.Failed(unresolved.stillFailing(), unresolved.broken(), "failed");
            case Grade.Invalid invalid -> new Verdict.Inconclusive(invalid.reason(), false);
        };
        return new Verification(verdict, report, List.of(), "", elapsed);
    }

    private static TestReport report(Map<TestId, Boolean> run) {
        Map<TestId, TestStatus> statuses = new LinkedHashMap<>();
        run.forEach((test, passes) -> statuses.put(test, passes ? TestStatus.PASSED : TestStatus.FAILED));
        return new TestReport(statuses, true, OptionalInt.empty());
    }

    private static Suite tests(double repaired, double first, double second) {
        return random -> Map.of(
                REPAIRED, random.nextDouble() < repaired,
                FIRST, random.nextDouble() < first,
                SECOND, random.nextDouble() < second);
    }

    static List<Case> all() {
        List<Case> cases = new ArrayList<>();
        for (double p : CHANCES) {
            boolean coin = p == .5;
            cases.add(new Case(
                    "FAIL_TO_PASS passes with " + p + ", and the patch does nothing",
                    coin ? Deserved.NEITHER : Deserved.FAILURE,
                    tests(p, 1, 1),
                    tests(p, 1, 1)));
            cases.add(new Case(
                    "PASS_TO_PASS fails with " + p + ", and the patch is right",
                    coin ? Deserved.NEITHER : Deserved.PASS,
                    tests(0, 1 - p, 1),
                    tests(1, 1 - p, 1)));
            cases.add(new Case(
                    "FAIL_TO_PASS passes with " + p + " by the patch alone",
                    coin ? Deserved.NEITHER : Deserved.FAILURE,
                    tests(0, 1, 1),
                    tests(p, 1, 1)));
        }
        cases.add(new Case("the patch breaks, .9", Deserved.FAILURE, tests(0, 1, 1), tests(1, .1, 1)));
        cases.add(new Case("the patch breaks, .7", Deserved.FAILURE, tests(0, .95, 1), tests(1, .3, 1)));
        cases.add(new Case("right, and all tests flake", Deserved.PASS, tests(.1, .9, .9), tests(.9, .9, .9)));
        cases.addAll(orderDependent());
        return cases;
    }

    /** Polluters and victims in random order, and sets walked in the order of their hashes. */
    private static List<Case> orderDependent() {
        Suite oneOfTwo = random -> victims(true, random.nextBoolean(), true);
        Suite eitherOfTwo = random -> {
            boolean order = random.nextBoolean();
            return victims(true, order, !order);
        };
        Suite lastOfThree = random -> victims(true, random.nextInt(3) != 0, true);
        Suite unrepaired = random -> victims(random.nextInt(3) == 0, true, true);
        Suite seeds = random -> victims(true, random.nextInt(8) != 0, random.nextInt(4) != 0);
        Suite masked = random -> victims(random.nextInt(8) == 0, true, random.nextInt(8) != 0);
        return List.of(
                new Case("polluter before its victim", Deserved.NEITHER, failing(oneOfTwo), oneOfTwo),
                new Case("each pollutes the other", Deserved.NEITHER, failing(eitherOfTwo), eitherOfTwo),
                new Case("polluter first of three", Deserved.PASS, failing(lastOfThree), lastOfThree),
                new Case("passes when it runs first of three", Deserved.FAILURE, unrepaired, unrepaired),
                new Case("order of hashes, right patch", Deserved.PASS, failing(seeds), seeds),
                new Case("order of hashes, no patch", Deserved.FAILURE, masked, masked));
    }

    private static Suite failing(Suite suite) {
        return random -> {
            Map<TestId, Boolean> run = new LinkedHashMap<>(suite.run(random));
            run.put(REPAIRED, false);
            return run;
        };
    }

    private static Map<TestId, Boolean> victims(boolean repaired, boolean first, boolean second) {
        return Map.of(REPAIRED, repaired, FIRST, first, SECOND, second);
    }
}
