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
 */
public record TestReport(Map<TestId, TestStatus> statuses, boolean suiteRan, OptionalInt exitCode) {

    public TestReport {
        statuses = Collections.unmodifiableMap(new LinkedHashMap<>(statuses));
    }

    public static TestReport none() {
        return new TestReport(Map.of(), false, OptionalInt.empty());
    }
}
