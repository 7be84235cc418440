package dev.monkeywrench.junitrun;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Finds product classes that the tests would take for classes of a test library: a test that imports
 * {@code org.junit.jupiter.api.*} means a class Assertions of its own package where there is one.
 */
final class Shadows {

    private static final Pattern PACKAGE = Pattern.compile("(?m)^\\s*package\\s+([\\w.]+)\\s*;");
    private static final Pattern EVERYTHING = Pattern.compile("(?m)^\\s*import\\s+(org\\.(?:junit|hamcrest)[\\w.]*)\\.\\*\\s*;");

    private Shadows() {}

    /** In words; empty where there is none. */
    static Optional<String> in(List<Path> tests, Path classes) throws IOException {
        for (Path folder : tests) {
            if (Files.isDirectory(folder)) {
                Optional<String> found = in(folder, classes);
                if (found.isPresent()) {
                    return found;
                }
            }
        }
        return Optional.empty();
    }

    private static Optional<String> in(Path folder, Path classes) throws IOException {
        for (Path source : Compilation.javaFiles(folder)) {
            String text = Files.readString(source);
            Matcher own = PACKAGE.matcher(text);
            String place = own.find() ? own.group(1).replace('.', '/') : "";
            for (Matcher wanted = EVERYTHING.matcher(text); wanted.find(); ) {
                for (String name : classesIn(classes.resolve(place))) {
                    String meant = wanted.group(1).replace('.', '/') + "/" + name;
                    boolean ofTests = Files.exists(source.resolveSibling(name.replace(".class", ".java")));
                    if (!ofTests && Shadows.class.getClassLoader().getResource(meant) != null) {
                        return Optional.of(place + "/" + name + " takes the place of " + meant + " in " + source);
                    }
                }
            }
        }
        return Optional.empty();
    }

    private static List<String> classesIn(Path folder) throws IOException {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString())
                    .filter(name -> name.endsWith(".class"))
                    .toList();
        }
    }
}
