package dev.monkeywrench.verification;

import dev.monkeywrench.instance.TestId;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What a report says.
 *
 * @param statuses in the order of the report
 * @param failures messages and traces of the failing tests, where the report holds them
 * @param problems why parts of the report were refused, in words; a report with a problem proves nothing
 */
public record ParsedReport(Map<TestId, TestStatus> statuses, List<String> failures, List<String> problems) {

    public ParsedReport {
        statuses = Collections.unmodifiableMap(new LinkedHashMap<>(statuses));
        failures = List.copyOf(failures);
        problems = List.copyOf(problems);
    }

    public static ParsedReport of(Map<TestId, TestStatus> statuses) {
        return new ParsedReport(statuses, List.of(), List.of());
    }

    public static ParsedReport refused(String problem) {
        return new ParsedReport(Map.of(), List.of(), List.of(problem));
    }
}
