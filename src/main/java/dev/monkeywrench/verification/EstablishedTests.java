package dev.monkeywrench.verification;

import dev.monkeywrench.instance.ExpectedTests;
import dev.monkeywrench.instance.TestId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/**
 * The lists of an instance that brings none, from what its unpatched tree does.
 *
 * <p>FAIL_TO_PASS are the tests that fail with the test patch and did not fail in the same way without it; where every
 * failing test failed before too, all of them. A file that cannot be collected names no test and is left out.
 *
 * @param failToPass may be empty
 * @param uncollected files of tests that could not be loaded
 * @param flaky tests that do not decide because they end now this way, now that
 */
record EstablishedTests(
        List<TestId> failToPass, List<TestId> passToPass, List<TestId> uncollected, List<TestId> flaky) {

    EstablishedTests {
        failToPass = List.copyOf(failToPass);
        passToPass = List.copyOf(passToPass);
        uncollected = List.copyOf(uncollected);
        flaky = List.copyOf(flaky);
    }

    static EstablishedTests from(Map<TestId, TestStatus> before, Map<TestId, TestStatus> now) {
        List<TestId> failing = new ArrayList<>();
        List<TestId> passing = new ArrayList<>();
        List<TestId> uncollected = new ArrayList<>();
        now.forEach((id, status) -> {
            if (fails(status)) {
                (id.value().endsWith(".py") ? uncollected : failing).add(id);
            } else if (Grader.passes(status)) {
                passing.add(id);
            }
        });
        List<TestId> failingOnlyNow =
                failing.stream().filter(id -> !failsIn(before, id)).toList();
        return new EstablishedTests(
                failingOnlyNow.isEmpty() ? failing : failingOnlyNow, passing, uncollected, List.of());
    }

    /** Without the tests that are flaky at the base commit, unless every failing one is: then those stay. */
    EstablishedTests without(Flakiness flakiness) {
        Set<TestId> mixed = flakiness.flaky().keySet();
        List<TestId> failing =
                failToPass.stream().filter(id -> !mixed.contains(id)).toList();
        List<TestId> passing =
                passToPass.stream().filter(id -> !mixed.contains(id)).toList();
        List<TestId> left = Stream.concat(failToPass.stream(), passToPass.stream())
                .filter(mixed::contains)
                .filter(id -> !failing.isEmpty() || passToPass.contains(id))
                .toList();
        return new EstablishedTests(failing.isEmpty() ? failToPass : failing, passing, uncollected, left);
    }

    ExpectedTests expected() {
        return new ExpectedTests(failToPass, passToPass);
    }

    List<String> remarks() {
        List<String> remarks = new ArrayList<>();
        uncollected.forEach(id ->
                remarks.add(id + " cannot be loaded at the base commit: its tests are not among those that decide"));
        flaky.forEach(id -> remarks.add(id + " is flaky at the base commit: it is not among the tests that decide"));
        return remarks;
    }

    String whyNothingFails() {
        return uncollected.isEmpty()
                ? "No test fails at the base commit: there is nothing to repair. Give a test patch, or a command whose"
                        + " tests show the fault"
                : uncollected.getFirst() + " cannot be loaded at the base commit, so its tests cannot be named from a"
                        + " run. Give FAIL_TO_PASS and PASS_TO_PASS";
    }

    private static boolean failsIn(Map<TestId, TestStatus> statuses, TestId id) {
        TestStatus status = statuses.get(id);
        return status != null && fails(status);
    }

    private static boolean fails(TestStatus status) {
        return status == TestStatus.FAILED || status == TestStatus.ERROR;
    }
}
