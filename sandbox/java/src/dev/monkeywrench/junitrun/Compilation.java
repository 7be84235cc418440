package dev.monkeywrench.junitrun;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.tools.JavaCompiler;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;

/** Compiles main and test sources in one pass: one start of the compiler is what makes this fast. */
final class Compilation {

    private final List<Path> classPath;
    private final Path classes;

    Compilation(List<Path> classPath, Path classes) {
        this.classPath = classPath;
        this.classes = classes;
    }

    boolean of(List<Path> folders, PrintWriter messages) throws IOException {
        List<Path> sources = sources(folders);
        if (sources.isEmpty()) {
            messages.println("junit-run: no Java source under " + folders + "; name the folders with --main and --test");
            return false;
        }
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        try (StandardJavaFileManager files = compiler.getStandardFileManager(null, null, StandardCharsets.UTF_8)) {
            return compiler.getTask(messages, files, null, flags(), null, files.getJavaFileObjectsFromPaths(sources))
                    .call();
        }
    }

    private List<String> flags() {
        String path = classPath.stream().map(Path::toString).collect(Collectors.joining(":"));
        return List.of(
                "-d", classes.toString(), "-cp", path, "-g", "-nowarn", "-proc:none", "-parameters",
                "-encoding", "UTF-8", "-Xlint:-options", "-XDuseUnsharedTable=true");
    }

    private static List<Path> sources(List<Path> folders) throws IOException {
        List<Path> found = new ArrayList<>();
        for (Path folder : folders) {
            if (Files.isDirectory(folder)) {
                found.addAll(javaFiles(folder));
            }
        }
        return found;
    }

    /** A module descriptor is left out: main and test sources are one unnamed module here. */
    private static List<Path> javaFiles(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(file -> file.toString().endsWith(".java"))
                    .filter(file -> !file.endsWith("module-info.java"))
                    .sorted()
                    .toList();
        }
    }
}
