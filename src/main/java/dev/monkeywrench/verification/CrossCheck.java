package dev.monkeywrench.verification;

import dev.monkeywrench.instance.TestId;
import dev.monkeywrench.verification.junit.JunitReports;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;

/**
 * Holds a report against what else is known of its run: the witness in the runner's process, the report files beside a
 * log, the counts of Surefire. A pass that one of them belies is none.
 */
record CrossCheck(
        ReportParser parser, boolean byDocuments, RawRun raw, String log, ParsedReport parsed, OptionalInt exitCode) {

    private static final int MOST_EVIDENCE = 20;

    TestRun read(Collection<TestId> expected) {
        List<String> evidence = new ArrayList<>();
        Map<TestId, TestStatus> believed = believed(evidence);
        Map<TestId, TestStatus> statuses = byDocuments ? ReportedNames.align(believed, expected) : believed;
        boolean ran = !statuses.isEmpty() || RunSigns.suiteRan(log);
        return new TestRun(
                new TestReport(statuses, ran, exitCode, disbelieved(statuses, expected)),
                distrust(statuses),
                raw.witness().forged(),
                evidence.stream().limit(MOST_EVIDENCE).toList(),
                failures(),
                log,
                raw.witness(),
                RunOrder.of(raw, statuses, expected));
    }

    private Map<TestId, TestStatus> believed(List<String> evidence) {
        Map<TestId, TestStatus> believed = new LinkedHashMap<>();
        Set<String> seen = seenPassing();
        Set<String> failing = failingInDocuments();
        parsed.statuses().forEach((id, status) -> {
            boolean unseen = raw.witness().loaded() && isOfPytest(id) && !seen.contains(key(id));
            boolean belied = failing.contains(ReportedNames.canonical(id.value()));
            if (Grader.passes(status) && (unseen || belied)) {
                evidence.add(id + " is reported as " + status + ", which its runner did not see");
                believed.put(id, TestStatus.FAILED);
            } else {
                believed.put(id, status);
            }
        });
        return believed;
    }

    private Map<TestId, TestStatus> disbelieved(Map<TestId, TestStatus> believed, Collection<TestId> expected) {
        Map<TestId, TestStatus> claimed =
                new LinkedHashMap<>(byDocuments ? ReportedNames.align(parsed.statuses(), expected) : parsed.statuses());
        claimed.entrySet().removeIf(claim -> claim.getValue() == believed.get(claim.getKey()));
        claimed.keySet().retainAll(believed.keySet());
        return claimed;
    }

    /** By the names the same parser would give them: what a parser does to a name, it does to both. */
    private Set<String> seenPassing() {
        Set<String> seen = new HashSet<>();
        if (byDocuments) {
            raw.witness().statuses().keySet().stream()
                    .filter(raw.witness()::sawPassing)
                    .forEach(id -> seen.add(key(id)));
        } else if (raw.witness().loaded()) {
            parser.parse(RawReport.ofLog(raw.witness().passesAsLog()))
                    .statuses()
                    .keySet()
                    .forEach(id -> seen.add(key(id)));
        }
        return seen;
    }

    private Set<String> failingInDocuments() {
        Set<String> failing = new HashSet<>();
        if (!byDocuments && !raw.documents().isEmpty()) {
            documents().statuses().forEach((id, status) -> {
                if (status == TestStatus.FAILED || status == TestStatus.ERROR) {
                    failing.add(ReportedNames.canonical(id.value()));
                }
            });
        }
        return failing;
    }

    private String key(TestId id) {
        return byDocuments ? ReportedNames.canonical(id.value()) : id.value();
    }

    private static boolean isOfPytest(TestId id) {
        return id.value().contains("::") || id.value().endsWith(".py");
    }

    private Optional<String> distrust(Map<TestId, TestStatus> statuses) {
        boolean failed = new HashMap<>(statuses)
                .values().stream().anyMatch(status -> status == TestStatus.FAILED || status == TestStatus.ERROR);
        if (!parsed.problems().isEmpty()) {
            return Optional.of(parsed.problems().getFirst());
        }
        if (raw.witness().loaded() && !raw.witness().finished()) {
            return Optional.of("The process of the tests ended before its test runner did");
        }
        if (raw.witness().failed() && !failed) {
            return Optional.of("The test runner counted a failure, its report names none");
        }
        if (byDocuments && !failed && RunSigns.surefireCountedFailure(log)) {
            return Optional.of("Surefire counted a failure, its report names none");
        }
        return Optional.empty();
    }

    private List<String> failures() {
        List<String> witnessed = raw.witness().entries().stream()
                .flatMap(entry -> Optional.ofNullable(entry.text()).stream())
                .toList();
        if (!witnessed.isEmpty()) {
            return witnessed;
        }
        return parsed.failures().isEmpty() ? documents().failures() : parsed.failures();
    }

    private ParsedReport documents() {
        return JunitReports.parser().parse(new RawReport("", raw.documents()));
    }
}
