package dev.monkeywrench.junitrun;

import java.io.IOException;
import java.io.PrintWriter;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jacoco.core.analysis.Analyzer;
import org.jacoco.core.analysis.CoverageBuilder;
import org.jacoco.core.analysis.ICounter;
import org.jacoco.core.analysis.ISourceFileCoverage;
import org.jacoco.core.data.ExecutionData;
import org.jacoco.core.data.ExecutionDataStore;
import org.jacoco.core.data.SessionInfoStore;
import org.jacoco.core.instr.Instrumenter;
import org.jacoco.core.runtime.LoggerRuntime;
import org.jacoco.core.runtime.RuntimeData;
import org.junit.platform.engine.TestExecutionResult;
import org.junit.platform.launcher.TestExecutionListener;
import org.junit.platform.launcher.TestIdentifier;

/** Which lines each test ran, summed up over failing and passing tests. Only where it is asked for. */
final class Spectrum implements TestExecutionListener, AutoCloseable {

    private static final long OBSERVED_NANOS = 120_000_000_000L;
    private static final int FAILING = 0;
    private static final int PASSING = 1;

    private final Path classes;
    private final List<Path> sources;
    private final LoggerRuntime runtime = new LoggerRuntime();
    private final RuntimeData data = new RuntimeData();
    private final Map<String, Map<Integer, int[]>> counts = new TreeMap<>();
    private final long ends = System.nanoTime() + OBSERVED_NANOS;

    Spectrum(Path classes, List<Path> sources) throws Exception {
        this.classes = classes;
        this.sources = List.copyOf(sources);
        runtime.startup(data);
    }

    /** A loader under which the project's own classes note the lines they run. */
    URLClassLoader loader(URL[] urls, ClassLoader parent) {
        return new URLClassLoader(urls, parent) {
            @Override
            protected Class<?> findClass(String name) throws ClassNotFoundException {
                Path file = classes.resolve(name.replace('.', '/') + ".class");
                if (!Files.isRegularFile(file)) {
                    return super.findClass(name);
                }
                try {
                    byte[] watched = new Instrumenter(runtime).instrument(Files.readAllBytes(file), name);
                    return defineClass(name, watched, 0, watched.length);
                } catch (IOException e) {
                    return super.findClass(name);
                }
            }
        };
    }

    @Override
    public void executionStarted(TestIdentifier test) {
        if (test.isTest()) {
            taken(); // what set-up of the class ran belongs to no test
        }
    }

    @Override
    public void executionFinished(TestIdentifier test, TestExecutionResult result) {
        if (!test.isTest() || result.getStatus() == TestExecutionResult.Status.ABORTED || System.nanoTime() > ends) {
            return;
        }
        ExecutionDataStore store = taken();
        int side = result.getStatus() == TestExecutionResult.Status.FAILED ? FAILING : PASSING;
        CoverageBuilder builder = new CoverageBuilder();
        Analyzer analyzer = new Analyzer(store, builder);
        for (ExecutionData entry : store.getContents()) {
            analyze(analyzer, entry);
        }
        builder.getSourceFiles().forEach(file -> add(file, side));
    }

    private ExecutionDataStore taken() {
        ExecutionDataStore store = new ExecutionDataStore();
        // copied: the probes themselves are set back for the next test
        data.collect(
                entry -> store.put(new ExecutionData(entry.getId(), entry.getName(), entry.getProbes().clone())),
                new SessionInfoStore(),
                false);
        data.reset();
        return store;
    }

    private void analyze(Analyzer analyzer, ExecutionData entry) {
        Path file = classes.resolve(entry.getName() + ".class");
        try {
            if (entry.hasHits() && Files.isRegularFile(file)) {
                analyzer.analyzeClass(Files.readAllBytes(file), entry.getName());
            }
        } catch (IOException e) {
            return; // a class that cannot be read tells nothing
        }
    }

    private void add(ISourceFileCoverage file, int side) {
        Optional<Path> source = source(file);
        if (source.isEmpty()) {
            return;
        }
        Map<Integer, int[]> lines = counts.computeIfAbsent(source.get().toString(), any -> new TreeMap<>());
        for (int number = file.getFirstLine(); number <= file.getLastLine(); number++) {
            boolean isRun = (file.getLine(number).getStatus() & ICounter.FULLY_COVERED) != 0; // or partly: it has both bits
            if (isRun && number > 0) {
                lines.computeIfAbsent(number, any -> new int[2])[side]++;
            }
        }
    }

    private Optional<Path> source(ISourceFileCoverage file) {
        return sources.stream()
                .map(folder -> folder.resolve(file.getPackageName()).resolve(file.getName()))
                .filter(Files::isRegularFile)
                .findFirst();
    }

    /** One line of JSON a file: {@code {"path": …, "lines": {"12": [failing, passing]}}}. */
    void write(Path report) throws IOException {
        Path root = Path.of("").toAbsolutePath();
        try (PrintWriter out = new PrintWriter(Files.newBufferedWriter(report))) {
            for (Map.Entry<String, Map<Integer, int[]>> file : counts.entrySet()) {
                Path path = root.relativize(Path.of(file.getKey()).toAbsolutePath().normalize());
                Map<Integer, String> lines = new TreeMap<>();
                file.getValue().forEach((line, sides) -> lines.put(line, "\"%d\":[%d,%d]"
                        .formatted(line, sides[FAILING], sides[PASSING])));
                out.println("{\"kind\":\"lines\",\"path\":\"" + quoted(path.toString()) + "\",\"lines\":{"
                        + String.join(",", lines.values()) + "}}");
            }
        }
    }

    private static String quoted(String text) {
        StringBuilder quoted = new StringBuilder();
        for (char c : text.toCharArray()) {
            quoted.append(c == '"' || c == '\\' ? "\\" + c : c < ' ' ? "\\u%04x".formatted((int) c) : String.valueOf(c));
        }
        return quoted.toString();
    }

    @Override
    public void close() {
        runtime.shutdown();
    }
}
