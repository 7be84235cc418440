package dev.monkeywrench.context;

import com.google.re2j.Matcher;
import com.google.re2j.Pattern;
import dev.monkeywrench.instance.RepositoryPath;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Finds the lines of the repository that a text names, a failure's or a bug report's: Python's tracebacks in pytest's forms and its own,
 * and Java's stack traces. Names outside the repository are passed over.
 */
public final class StackTraces {

    private static final Pattern PYTEST = Pattern.compile("^(\\S+\\.py):(\\d{1,7}): ");
    private static final Pattern PYTEST_END = Pattern.compile("^(\\S+\\.py):(\\d{1,7}): ?$");
    private static final Pattern PYTHON = Pattern.compile("^\\s*(?:E\\s+)?File \"([^\"]+)\", line (\\d{1,7})");
    private static final Pattern JAVA = Pattern.compile(
            "^\\s*at (?:[^\\s(]*/)?([\\w$.]+)\\.[\\w$<>]+\\(([\\w$]+\\.(?:java|kt|groovy|scala)):(\\d{1,7})\\)");
    private static final String ROOT = "/testbed/";

    private final Set<RepositoryPath> files;

    /** Of a repository that holds these files. */
    public StackTraces(Set<RepositoryPath> files) {
        this.files = Set.copyOf(files);
    }

    /** Of one failure, innermost first. */
    public List<StackFrame> frames(String failure) {
        List<Place> python = new ArrayList<>();
        List<Place> java = new ArrayList<>();
        failure.lines().forEach(line -> {
            pythonPlace(line).ifPresent(python::add);
            javaPlace(line).ifPresent(java::add);
        });
        Collections.reverse(python);
        python.addAll(java);
        List<StackFrame> frames = new ArrayList<>();
        for (Place place : python) {
            frames.add(new StackFrame(place.path(), place.line(), frames.size()));
        }
        return frames;
    }

    /** A line of a file of the repository. */
    private record Place(RepositoryPath path, int line) {}

    private Optional<Place> pythonPlace(String line) {
        for (Pattern pattern : List.of(PYTEST, PYTEST_END, PYTHON)) {
            Matcher matcher = pattern.matcher(line);
            if (matcher.find()) {
                int number = Integer.parseInt(matcher.group(2));
                return known(matcher.group(1)).map(path -> new Place(path, Math.max(1, number)));
            }
        }
        return Optional.empty();
    }

    private Optional<Place> javaPlace(String line) {
        Matcher matcher = JAVA.matcher(line);
        if (!matcher.find()) {
            return Optional.empty();
        }
        String type = matcher.group(1);
        int packageEnd = type.lastIndexOf('.');
        String folder = packageEnd < 0 ? "" : type.substring(0, packageEnd).replace('.', '/') + "/";
        String suffix = folder + matcher.group(2);
        int number = Math.max(1, Integer.parseInt(matcher.group(3)));
        return files.stream()
                .filter(path -> path.value().equals(suffix) || path.value().endsWith("/" + suffix))
                .sorted()
                .findFirst()
                .map(path -> new Place(path, number));
    }

    private Optional<RepositoryPath> known(String named) {
        String relative = named.startsWith(ROOT) ? named.substring(ROOT.length()) : named;
        try {
            RepositoryPath path = new RepositoryPath(relative.startsWith("./") ? relative.substring(2) : relative);
            return files.contains(path) ? Optional.of(path) : Optional.empty();
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }
}
