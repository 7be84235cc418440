package dev.monkeywrench.verification;

import dev.monkeywrench.instance.TestId;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * What our plugin saw in the test runner's own process.
 *
 * @param loaded whether a runner loaded it at all
 * @param finished whether every runner that ran a test also came to its end
 * @param forged whether a line was there that it did not write, or one was missing
 * @param failed whether a runner ended saying that a test failed
 * @param stopped whether the run was ended by the first expected test that failed
 * @param late whether the tests that came first took longer than they may
 * @param statuses of each test, as many as its phases gave
 */
record Witness(
        boolean loaded,
        boolean finished,
        boolean forged,
        boolean failed,
        boolean stopped,
        boolean late,
        Map<TestId, Set<TestStatus>> statuses,
        List<WitnessEntry> entries) {

    static Witness absent() {
        return new Witness(false, false, false, false, false, false, Map.of(), List.of());
    }

    static Witness read(String book, String key) {
        if (book.isBlank()) {
            return absent();
        }
        List<WitnessEntry> entries = new ArrayList<>();
        boolean forged = false;
        Map<Long, Long> next = new HashMap<>();
        for (String line : book.lines().toList()) {
            var entry = WitnessLine.read(line, key);
            if (entry.isEmpty()
                    || next.merge(entry.get().pid(), 1L, Long::sum)
                            != entry.get().n() + 1) {
                forged = true;
            }
            entry.ifPresent(entries::add);
        }
        return of(entries, forged);
    }

    private static Witness of(List<WitnessEntry> entries, boolean forged) {
        Map<TestId, Set<TestStatus>> statuses = new LinkedHashMap<>();
        Set<Long> running = new HashSet<>();
        Set<Long> finished = new HashSet<>();
        boolean failed = false;
        for (WitnessEntry entry : entries) {
            if (entry.kind().equals("test") && entry.id() != null && !entry.id().isBlank()) {
                running.add(entry.pid());
                statuses.computeIfAbsent(new TestId(entry.id()), id -> EnumSet.noneOf(TestStatus.class))
                        .add(TestStatus.valueOf(Objects.requireNonNullElse(entry.status(), "ERROR")));
            } else if (entry.kind().equals("finish")) {
                finished.add(entry.pid());
                failed |= Objects.equals(entry.exit(), 1);
            }
        }
        boolean allFinished = !finished.isEmpty() && finished.containsAll(running);
        return new Witness(
                !entries.isEmpty(),
                allFinished,
                forged,
                failed,
                says(entries, "stopped"),
                says(entries, "late"),
                statuses,
                List.copyOf(entries));
    }

    private static boolean says(List<WitnessEntry> entries, String kind) {
        return entries.stream().anyMatch(entry -> entry.kind().equals(kind));
    }

    /** How long these tests took, themselves. */
    Duration seconds(Predicate<TestId> which) {
        double sum = entries.stream()
                .filter(entry -> entry.id() != null && !entry.id().isBlank() && which.test(new TestId(entry.id())))
                .mapToDouble(entry -> Objects.requireNonNullElse(entry.seconds(), 0.0))
                .filter(seconds -> seconds > 0)
                .sum();
        return Duration.ofMillis((long) (1000 * Math.min(sum, 86_400)));
    }

    /** The summary pytest would have printed of what was seen to pass. */
    String passesAsLog() {
        StringBuilder log = new StringBuilder();
        statuses.forEach((id, seen) -> seen.stream()
                .filter(Grader::passes)
                .forEach(status -> log.append(status).append(' ').append(id).append('\n')));
        return log.toString();
    }

    /** What the run changed of the test runner or of the tests that were collected, by name. */
    Set<String> changes() {
        return texts(entry -> entry.kind().equals("changed"), WitnessEntry::text);
    }

    /** Tests that were expected to fail although nothing in the tests says so, by their {@linkplain ReportedNames names}. */
    Set<String> doubts() {
        return texts(
                entry -> Objects.equals(entry.doubt(), true),
                entry -> ReportedNames.canonical(Objects.requireNonNullElse(entry.id(), "")));
    }

    private Set<String> texts(Predicate<WitnessEntry> which, Function<WitnessEntry, @Nullable String> text) {
        Set<String> found = new TreeSet<>();
        entries.stream().filter(which).forEach(entry -> found.add(Objects.requireNonNullElse(text.apply(entry), "")));
        return found;
    }

    boolean sawPassing(TestId id) {
        return statuses.getOrDefault(id, Set.of()).stream().anyMatch(Grader::passes);
    }
}
