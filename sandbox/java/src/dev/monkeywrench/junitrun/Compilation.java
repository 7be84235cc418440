package dev.monkeywrench.junitrun;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileManager;
import javax.tools.JavaFileObject;
import javax.tools.StandardJavaFileManager;
import javax.tools.StandardLocation;
import javax.tools.ToolProvider;

/** Compiles main and test sources in one pass: one start of the compiler is what makes this fast. */
final class Compilation {

    static final String FAILED = "junit-run: COMPILATION FAILED";

    private final List<Path> classPath;
    private final JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();

    Compilation(List<Path> classPath) {
        this.classPath = List.copyOf(classPath);
    }

    boolean of(List<Path> folders, Path classes, PrintWriter messages) throws IOException {
        List<Path> sources = sources(folders);
        if (sources.isEmpty()) {
            messages.println(noSource(folders));
            return false;
        }
        try (StandardJavaFileManager files = files()) {
            files.setLocationFromPaths(StandardLocation.CLASS_OUTPUT, List.of(classes));
            return of(files.getJavaFileObjectsFromPaths(sources), files, messages);
        }
    }

    boolean of(Iterable<? extends JavaFileObject> sources, JavaFileManager files, Writer messages) {
        return compiler.getTask(messages, files, null, flags(), null, sources).call();
    }

    StandardJavaFileManager files() {
        return compiler.getStandardFileManager(null, null, StandardCharsets.UTF_8);
    }

    static String noSource(List<Path> folders) {
        return "junit-run: no Java source under " + folders + "; name the folders with --main and --test";
    }

    private List<String> flags() {
        String path = classPath.stream().map(Path::toString).collect(Collectors.joining(":"));
        return List.of(
                "-cp", path, "-g", "-nowarn", "-proc:none", "-parameters",
                "-encoding", "UTF-8", "-Xlint:-options", "-XDuseUnsharedTable=true");
    }

    static List<Path> sources(List<Path> folders) throws IOException {
        List<Path> found = new ArrayList<>();
        for (Path folder : folders) {
            if (Files.isDirectory(folder)) {
                found.addAll(javaFiles(folder));
            }
        }
        return found;
    }

    /** A module descriptor is left out: main and test sources are one unnamed module here. */
    static List<Path> javaFiles(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(file -> file.toString().endsWith(".java"))
                    .filter(file -> !file.endsWith("module-info.java"))
                    .sorted()
                    .toList();
        }
    }
}
