package dev.monkeywrench.junitrun;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.stream.Stream;

/** What the command line asked for. */
record Options(
        List<Path> main, List<Path> test, Optional<Path> out, Optional<Path> report, List<Path> classPath,
        List<String> selected, boolean maven, Optional<Path> order) {

    static final String USAGE = """
            usage: junit-run [--main DIR]... [--test DIR]... [--out DIR] [--report FILE]
                             [--class-path PATH]... [--select CLASS[#METHOD]]... [--maven]
                             [--order FILE]
            Compiles src/main/java and src/test/java (or the folders given) and runs their JUnit tests in one JVM.
            """;

    static Options parse(String[] arguments, Optional<String> reportByEnvironment) {
        List<Path> main = new ArrayList<>();
        List<Path> test = new ArrayList<>();
        List<Path> classPath = new ArrayList<>();
        List<String> selected = new ArrayList<>();
        Optional<Path> out = Optional.empty();
        Optional<Path> report = reportByEnvironment.filter(text -> !text.isBlank()).map(Path::of);
        Optional<Path> order = Optional.empty();
        boolean maven = false;
        for (Iterator<String> words = List.of(arguments).iterator(); words.hasNext(); ) {
            String word = words.next();
            switch (word) {
                case "--main" -> main.add(Path.of(value(word, words)));
                case "--test" -> test.add(Path.of(value(word, words)));
                case "--out" -> out = Optional.of(Path.of(value(word, words)));
                case "--report" -> report = Optional.of(Path.of(value(word, words)));
                case "--class-path" -> classPath.add(Path.of(value(word, words)));
                case "--select" -> selected.add(value(word, words));
                case "--maven" -> maven = true;
                case "--order" -> order = Optional.of(Path.of(value(word, words)));
                default -> throw new IllegalArgumentException("unknown option " + word);
            }
        }
        return new Options(
                main.isEmpty() ? List.of(Path.of("src/main/java")) : List.copyOf(main),
                test.isEmpty() ? List.of(Path.of("src/test/java")) : List.copyOf(test),
                out, report, List.copyOf(classPath), List.copyOf(selected), maven, order);
    }

    /** The same with the order of the tests, where one was given by the environment. */
    Options in(Optional<Path> given) {
        return given.isEmpty()
                ? this
                : new Options(main, test, out, report, classPath, selected, maven, given);
    }

    static String refusal(IllegalArgumentException wrong) {
        return "junit-run: " + wrong.getMessage() + System.lineSeparator() + USAGE;
    }

    List<Path> folders() {
        return Stream.concat(main.stream(), test.stream()).toList();
    }

    /** What the sources may use: our own jars, and what was named. */
    List<Path> libraries(String ours) {
        return Stream.concat(Stream.of(ours.split(":")).map(Path::of), classPath.stream())
                .toList();
    }

    /** An old report is never taken for this run's. */
    void forgetOldReport() throws IOException {
        if (report.isPresent()) {
            Files.deleteIfExists(report.get());
        }
    }

    /** A new folder for the compiled classes. */
    Path classesFolder() throws IOException {
        Path folder = out.isPresent() ? Files.createDirectories(out.get()) : Files.createTempDirectory("junit-run");
        return Files.createTempDirectory(folder, "classes");
    }

    private static String value(String option, Iterator<String> words) {
        try {
            return words.next();
        } catch (NoSuchElementException e) {
            throw new IllegalArgumentException(option + " needs a value", e);
        }
    }
}
