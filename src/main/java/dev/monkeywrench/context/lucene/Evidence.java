package dev.monkeywrench.context.lucene;

import com.google.re2j.Matcher;
import com.google.re2j.Pattern;
import dev.monkeywrench.context.FaultEvidence;
import dev.monkeywrench.context.LineCoverage;
import dev.monkeywrench.context.StackFrame;
import dev.monkeywrench.instance.ProblemStatement;
import dev.monkeywrench.instance.RepositoryPath;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/** What speaks for a chunk besides its words: stack frames, coverage, and what the statement names. */
final class Evidence {

    private static final double FRAME = 2.0;
    private static final double COVERAGE = 1.5;
    private static final double NAMED_FILE = 1.0;
    private static final double NAMED_DEFINITION = 0.7;
    private static final double TEST = 0.5;

    private static final Pattern IDENTIFIER = Pattern.compile("[A-Za-z_][A-Za-z0-9_]{2,79}");
    private static final Pattern DEFINED = Pattern.compile(
            "\\b(?:def|class|func|function|fn|interface|record|enum|struct|trait)\\s+([A-Za-z_]\\w{2,79})");
    private static final Pattern METHOD = Pattern.compile("\\b([A-Za-z_]\\w{2,79})\\([^()]{0,200}\\)[^;{}()]{0,80}\\{");

    private final Map<RepositoryPath, List<StackFrame>> frames;
    private final Map<RepositoryPath, List<LineCoverage>> coverage;
    private final int failingTests;
    private final String statement;
    private final Set<String> named;

    Evidence(ProblemStatement statement, FaultEvidence evidence) {
        this.frames = byPath(evidence.frames(), StackFrame::path);
        this.coverage = byPath(evidence.coverage(), LineCoverage::path);
        this.failingTests = evidence.failingTests();
        this.statement = statement.text();
        this.named = identifiers(statement.text() + "\n" + evidence.failures());
    }

    private static <T> Map<RepositoryPath, List<T>> byPath(List<T> items, Function<T, RepositoryPath> path) {
        return items.stream().collect(Collectors.groupingBy(path));
    }

    private static Set<String> identifiers(String text) {
        Set<String> found = new HashSet<>();
        Matcher matcher = IDENTIFIER.matcher(text);
        while (matcher.find()) {
            found.add(matcher.group());
        }
        return found;
    }

    /** Which files the statement names, by their path or by a name that is theirs alone to guess. */
    Map<RepositoryPath, Double> namedFiles(List<Chunk> chunks) {
        Map<RepositoryPath, Double> files = new HashMap<>();
        for (Chunk chunk : chunks) {
            files.computeIfAbsent(chunk.path(), this::nameWeight);
        }
        return files;
    }

    private double nameWeight(RepositoryPath path) {
        if (statement.contains(path.value())) {
            return NAMED_FILE;
        }
        return path.fileName().length() > 4 && statement.contains(path.fileName()) ? NAMED_FILE / 2 : 0;
    }

    double weightOf(Chunk chunk, double likeness, double nameWeight) {
        double weight = likeness + nameWeight + (likeness > 0 ? definitions(chunk) : 0);
        if (isTest(chunk.path())) {
            weight *= TEST;
        }
        return weight + frames(chunk) + coverage(chunk);
    }

    private double frames(Chunk chunk) {
        return frames.getOrDefault(chunk.path(), List.of()).stream()
                .filter(frame -> chunk.holds(frame.line()))
                .mapToDouble(frame -> FRAME / (1 + Math.max(0, frame.depth())))
                .max()
                .orElse(0);
    }

    /** Ochiai's coefficient of the most suspicious line. */
    private double coverage(Chunk chunk) {
        return coverage.getOrDefault(chunk.path(), List.of()).stream()
                .filter(line -> chunk.holds(line.line()) && line.failing() > 0)
                .mapToDouble(line -> COVERAGE
                        * line.failing()
                        / Math.sqrt(
                                (double) Math.max(failingTests, line.failing()) * (line.failing() + line.passing())))
                .max()
                .orElse(0);
    }

    private double definitions(Chunk chunk) {
        return defines(DEFINED.matcher(chunk.text())) || defines(METHOD.matcher(chunk.text())) ? NAMED_DEFINITION : 0;
    }

    private boolean defines(Matcher matcher) {
        while (matcher.find()) {
            if (named.contains(matcher.group(1))) {
                return true;
            }
        }
        return false;
    }

    private static boolean isTest(RepositoryPath path) {
        String lower = path.value().toLowerCase(Locale.ROOT);
        return lower.startsWith("test")
                || lower.contains("/test")
                || lower.contains("_test.")
                || lower.endsWith("test.java");
    }
}
