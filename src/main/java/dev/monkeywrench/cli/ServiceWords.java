package dev.monkeywrench.cli;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The words that start a service as a process of its own, from the program that runs now. */
final class ServiceWords {

    /**
     * Memory goes to the sandboxes: a heap that follows what is in use, which is tens of megabytes, and no second
     * compiler, which takes as much again. As in java.sh.
     */
    private static final List<String> SMALL = List.of(
            "-XX:TieredStopAtLevel=1",
            "-XX:+ExitOnOutOfMemoryError",
            "-XX:+UseSerialGC",
            "-Xms32m",
            "-Xmx320m",
            "-XX:MinHeapFreeRatio=20",
            "-XX:MaxHeapFreeRatio=40",
            "-Xss512k");

    /** Set by remember.sh, once after a build: the file in which the service's JVM writes at its end what it remembers. */
    private static final Optional<String> REMEMBERS = Optional.ofNullable(System.getProperty("monkeywrench.remember"));

    /** What parts a service has was decided after the build, by usual settings; these may ask for others. */
    private static final List<String> CHOOSING_PARTS =
            List.of("SPRING_", "SPRINGDOC_", "MANAGEMENT_", "MONKEYWRENCH_REHEARSAL_");

    private ServiceWords() {}

    /** For a service with settings that may ask for any of its parts. */
    static List<String> any(List<String> settings) {
        return words(settings, false);
    }

    /**
     * For a service as most commands need it, which starts faster.
     *
     * @param settings values alone, none that asks for other parts
     */
    static List<String> usual(List<String> settings) {
        return words(settings, !choosesParts(System.getenv().keySet()));
    }

    /** Whether the service's JVM takes its time at its end, to write down what it remembers. */
    static boolean remembers() {
        return REMEMBERS.isPresent();
    }

    /** Whether an environment with these names may ask for other parts than the usual ones. */
    static boolean choosesParts(Set<String> environment) {
        return environment.stream().anyMatch(name -> CHOOSING_PARTS.stream().anyMatch(name::startsWith));
    }

    private static List<String> words(List<String> settings, boolean decided) {
        List<String> words = new ArrayList<>();
        words.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        words.add("--enable-native-access=ALL-UNNAMED");
        words.addAll(SMALL);
        String classPath = System.getProperty("java.class.path");
        if (classPath.endsWith(".jar") && !classPath.contains(":")) {
            words.addAll(remembered(Path.of(classPath), decided));
            words.addAll(List.of("-jar", classPath));
        } else {
            words.addAll(List.of("-cp", classPath, "dev.monkeywrench.Monkeywrench"));
        }
        words.add("serve");
        words.addAll(settings);
        return words;
    }

    /** What remember.sh had the JVM remember of a service's classes, or where it is to be written now. */
    private static List<String> remembered(Path jar, boolean decided) {
        List<String> words = new ArrayList<>();
        Path cache = jar.resolveSibling("service.aot");
        if (REMEMBERS.isPresent()) {
            words.add("-XX:AOTCacheOutput=" + REMEMBERS.get());
        } else if (Files.exists(cache)) {
            words.addAll(List.of("-XX:AOTCache=" + cache, "-Xlog:disable", "-Xlog:all=error:stderr"));
        }
        if (decided && Files.exists(jar.resolveSibling("wired"))) {
            words.add("-Dspring.aot.enabled=true");
        }
        return words;
    }
}
