package dev.monkeywrench.verification;

import dev.monkeywrench.instance.TestId;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.OptionalInt;

/**
 * What one run of the tests said.
 *
 * @param statuses in the order of the report
 * @param suiteRan whether there is evidence that the test runner ran at all
 * @param exitCode of the test command, recorded outside what the tests can print; empty when it was not recorded
 * @param disbelieved what the report said of the tests that are counted otherwise here
 */
public record TestReport(
        Map<TestId, TestStatus> statuses, boolean suiteRan, OptionalInt exitCode, Map<TestId, TestStatus> disbelieved) {

    public TestReport {
        statuses = Collections.unmodifiableMap(new LinkedHashMap<>(statuses));
        // reports that were stored before it was kept have none
        disbelieved = disbelieved == null ? Map.of() : Map.copyOf(disbelieved);
    }

    public TestReport(Map<TestId, TestStatus> statuses, boolean suiteRan, OptionalInt exitCode) {
        this(statuses, suiteRan, exitCode, Map.of());
    }

    /** As the tests' own report had it, every claim believed. */
    TestReport asClaimed() {
        Map<TestId, TestStatus> claimed = new LinkedHashMap<>(statuses);
        claimed.replaceAll(disbelieved::getOrDefault);
        return new TestReport(claimed, suiteRan, exitCode);
    }

    public static TestReport none() {
        return new TestReport(Map.of(), false, OptionalInt.empty());
    }
}
