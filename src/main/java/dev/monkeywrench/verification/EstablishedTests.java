package dev.monkeywrench.verification;

import dev.monkeywrench.instance.ExpectedTests;
import dev.monkeywrench.instance.TestId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * The lists of an instance that brings none, from what its unpatched tree does.
 *
 * <p>FAIL_TO_PASS are the tests that fail with the test patch and did not fail in the same way without it; where every
 * failing test failed before too, all of them. A file that cannot be collected names no test and is left out.
 *
 * @param failToPass may be empty
 * @param uncollected files of tests that could not be loaded
 */
record EstablishedTests(List<TestId> failToPass, List<TestId> passToPass, List<TestId> uncollected) {

    EstablishedTests {
        failToPass = List.copyOf(failToPass);
        passToPass = List.copyOf(passToPass);
        uncollected = List.copyOf(uncollected);
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
        return new EstablishedTests(failingOnlyNow.isEmpty() ? failing : failingOnlyNow, passing, uncollected);
    }

    ExpectedTests expected() {
        return new ExpectedTests(failToPass, passToPass);
    }

    List<String> remarks() {
        return uncollected.stream()
                .map(id -> id + " cannot be loaded at the base commit: its tests are not among those that decide")
                .toList();
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
