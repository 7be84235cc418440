package dev.monkeywrench.verification;

import dev.monkeywrench.instance.TestId;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * The one place where names are matched tolerantly. JUnit XML keeps less of a test's name than its runner prints, and
 * people write {@code pkg.Class#method} for {@code pkg.Class.method}: two names are the same test when they agree once
 * {@code /}, {@code ::} and {@code #} are written as dots, and {@code .py} after a path and {@code ()} after a method
 * are left out. What stands in brackets is compared as it is. A name two reported tests would answer to matches none.
 */
final class ReportedNames {

    private ReportedNames() {}

    /** The same statuses under the expected names, where a reported test answers to one of them. */
    static Map<TestId, TestStatus> align(Map<TestId, TestStatus> statuses, Collection<TestId> expected) {
        Map<String, TestId> wanted = new LinkedHashMap<>();
        expected.forEach(id -> wanted.putIfAbsent(canonical(id.value()), id));
        Map<String, Integer> answering = new LinkedHashMap<>();
        statuses.keySet().forEach(id -> answering.merge(canonical(id.value()), 1, Integer::sum));
        Map<TestId, TestStatus> aligned = new LinkedHashMap<>();
        statuses.forEach((id, status) -> {
            String name = canonical(id.value());
            boolean alone = answering.getOrDefault(name, 0) == 1;
            TestId expectedId = alone ? Optional.ofNullable(wanted.get(name)).orElse(id) : id;
            aligned.put(expectedId, status);
        });
        return aligned;
    }

    static String canonical(String id) {
        int bracket = id.indexOf('[');
        String name = bracket < 0 ? id : id.substring(0, bracket);
        String parameters = bracket < 0 ? "" : id.substring(bracket);
        String dotted = name.replace(".py::", ".")
                .replace("::", ".")
                .replace('/', '.')
                .replace('#', '.')
                .replace("()", "");
        return (dotted.endsWith(".py") ? dotted.substring(0, dotted.length() - 3) : dotted) + parameters;
    }
}
