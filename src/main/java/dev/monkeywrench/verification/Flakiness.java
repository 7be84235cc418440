package dev.monkeywrench.verification;

import dev.monkeywrench.instance.TestId;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What several runs of the tests on one and the same tree showed.
 *
 * @param runs that were compared; after one run nothing is known to be flaky, and 0 where none was
 * @param flaky the tests that ended in more than one way, with how often they ended in which
 */
public record Flakiness(int runs, Map<TestId, Tally> flaky) {

    public Flakiness {
        if (runs < 0) {
            throw new IllegalArgumentException("Runs are not fewer than none");
        }
        flaky = Collections.unmodifiableMap(new LinkedHashMap<>(flaky));
    }

    /** Compares runs of one tree. */
    static Flakiness of(List<TestReport> reports) {
        Set<TestId> named = new LinkedHashSet<>();
        reports.forEach(report -> named.addAll(report.statuses().keySet()));
        Map<TestId, Tally> flaky = new LinkedHashMap<>();
        for (TestId test : named) {
            Tally tally = tally(test, reports);
            if (tally.isMixed()) {
                flaky.put(test, tally);
            }
        }
        return new Flakiness(reports.size(), flaky);
    }

    /** How an expected test ended in each of the runs, by the name it has there. */
    static Tally tally(TestId test, List<TestReport> reports) {
        Tally tally = Tally.none();
        for (TestReport report : reports) {
            tally = tally.plus(Grader.statusOf(test, report.statuses()));
        }
        return tally;
    }

    /** Those of some tests that are flaky; an id that is cut inside a parametrisation stands for all it begins. */
    List<TestId> among(List<TestId> tests) {
        List<TestId> found = new ArrayList<>();
        for (TestId test : tests) {
            boolean cut = test.value().indexOf('[') >= 0 && !test.value().endsWith("]");
            boolean isFlaky = flaky.containsKey(test)
                    || (cut && flaky.keySet().stream().anyMatch(id -> id.value().startsWith(test.value())));
            if (isFlaky) {
                found.add(test);
            }
        }
        return found;
    }
}
