package dev.monkeywrench.junitrun;

import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClass;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClasspathRoots;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectMethod;

import java.io.OutputStream;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.engine.JupiterTestEngine;
import org.junit.platform.engine.DiscoverySelector;
import org.junit.platform.launcher.LauncherDiscoveryRequest;
import org.junit.platform.launcher.TestExecutionListener;
import org.junit.platform.launcher.core.LauncherConfig;
import org.junit.platform.launcher.core.LauncherDiscoveryRequestBuilder;
import org.junit.platform.launcher.core.LauncherFactory;
import org.junit.vintage.engine.VintageTestEngine;

/**
 * Compiles a project and runs its JUnit tests in this one JVM.
 *
 * <p>Exit status: 0 all passed, 1 a test failed, 2 usage, 3 no test ran or the tests ended the JVM, 4 does not compile.
 */
public final class JUnitRun {

    private static final int PASSED = 0;
    private static final int FAILED = 1;
    private static final int USAGE = 2;
    private static final int NO_VERDICT = 3;
    private static final int DOES_NOT_COMPILE = 4;

    private JUnitRun() {}

    /** Runs and ends the JVM, whatever threads the tests have left behind. */
    public static void main(String[] arguments) throws Exception {
        PrintWriter out = new PrintWriter(new PrintStream(System.out, true, StandardCharsets.UTF_8), true);
        Thread unfinished = new Thread(() -> Runtime.getRuntime().halt(NO_VERDICT));
        Runtime.getRuntime().addShutdownHook(unfinished);
        int status = run(arguments, out);
        out.flush();
        Optional.ofNullable(System.getProperty("junitrun.finished")).map(Path::of).ifPresent(JUnitRun::touch);
        Runtime.getRuntime().halt(status);
    }

    private static int run(String[] arguments, PrintWriter out) throws Exception {
        Options options;
        try {
            options = Options.parse(arguments, Optional.ofNullable(System.getenv("MW_JUNIT_XML")));
        } catch (IllegalArgumentException e) {
            out.println("junit-run: " + e.getMessage() + System.lineSeparator() + Options.USAGE);
            return USAGE;
        }
        if (options.report().isPresent()) {
            Files.deleteIfExists(options.report().get()); // an old report is never taken for this run's
        }
        Path classes = classes(options);
        if (!new Compilation(libraries(options), classes).of(folders(options), out)) {
            out.println("junit-run: COMPILATION FAILED");
            return DOES_NOT_COMPILE;
        }
        return verdict(options, test(options, classes, out), out);
    }

    private static int verdict(Options options, List<TestResult> results, PrintWriter out) throws Exception {
        if (options.report().isPresent()) {
            JUnitXml.write(results, options.report().get());
        }
        long broken = results.stream().filter(TestResult::broken).count();
        long skipped = results.stream().filter(r -> r.status() == TestResult.Status.SKIPPED).count();
        out.println("Tests run: " + results.size() + ", Failed: " + broken + ", Skipped: " + skipped);
        if (results.size() == skipped) {
            out.println("junit-run: no test ran under " + options.test() + "; name the folder with --test");
            return NO_VERDICT;
        }
        return broken == 0 ? PASSED : FAILED;
    }

    private static List<TestResult> test(Options options, Path classes, PrintWriter out) throws Exception {
        List<URL> urls = new ArrayList<>(List.of(url(classes)));
        for (Path extra : runtimePath(options)) {
            urls.add(url(extra));
        }
        Results results = new Results(out, options.maven());
        Optional<Path> watched = Optional.ofNullable(System.getenv("MW_COVERAGE")).map(Path::of);
        if (watched.isEmpty()) {
            URL[] path = urls.toArray(URL[]::new);
            execute(options, classes, new URLClassLoader(path, JUnitRun.class.getClassLoader()), results);
            return results.all();
        }
        try (Spectrum spectrum = new Spectrum(classes, options.main())) {
            URLClassLoader loader = spectrum.loader(urls.toArray(URL[]::new), JUnitRun.class.getClassLoader());
            execute(options, classes, loader, results, spectrum);
            spectrum.write(watched.get());
        }
        return results.all();
    }

    private static void execute(
            Options options, Path classes, URLClassLoader loader, TestExecutionListener... listeners) throws Exception {
        try (loader) {
            Thread.currentThread().setContextClassLoader(loader);
            quieten();
            LauncherDiscoveryRequest request = LauncherDiscoveryRequestBuilder.request()
                    .selectors(selectors(options, classes))
                    .enableImplicitConfigurationParameters(false)
                    .build();
            LauncherFactory.create(engines()).execute(request, listeners);
        }
    }

    /** Nothing is found by META-INF/services: a candidate could put an engine or a listener of its own there. */
    private static LauncherConfig engines() {
        return LauncherConfig.builder()
                .enableTestEngineAutoRegistration(false)
                .enableTestExecutionListenerAutoRegistration(false)
                .enableLauncherSessionListenerAutoRegistration(false)
                .enableLauncherDiscoveryListenerAutoRegistration(false)
                .enablePostDiscoveryFilterAutoRegistration(false)
                .addTestEngines(new JupiterTestEngine(), new VintageTestEngine())
                .build();
    }

    private static List<? extends DiscoverySelector> selectors(Options options, Path classes) {
        if (options.selected().isEmpty()) {
            return selectClasspathRoots(Set.of(classes));
        }
        return options.selected().stream()
                .map(name -> name.contains("#") ? selectMethod(name) : selectClass(name))
                .toList();
    }

    /** What tests print goes to stderr behind a mark: no line of theirs can look like one of our results. */
    private static void quieten() {
        PrintStream marked = new PrintStream(new Marked(System.err), true, StandardCharsets.UTF_8);
        System.setOut(marked);
        System.setErr(marked);
    }

    private static Path classes(Options options) throws Exception {
        Path out = options.out().isPresent()
                ? Files.createDirectories(options.out().get())
                : Files.createTempDirectory("junit-run");
        return Files.createTempDirectory(out, "classes");
    }

    private static List<Path> folders(Options options) {
        return Stream.concat(options.main().stream(), options.test().stream()).toList();
    }

    private static List<Path> libraries(Options options) {
        Stream<Path> own = Stream.of(System.getProperty("java.class.path").split(":")).map(Path::of);
        return Stream.concat(own, options.classPath().stream()).toList();
    }

    /** Resources lie beside the sources, or in Maven's sibling folder. */
    private static List<Path> runtimePath(Options options) {
        Stream<Path> resources = folders(options).stream()
                .flatMap(folder -> Stream.of(folder.resolveSibling("resources"), folder));
        return Stream.concat(resources, options.classPath().stream()).filter(Files::exists).toList();
    }

    private static URL url(Path path) throws MalformedURLException {
        return path.toUri().toURL();
    }

    private static void touch(Path file) {
        try {
            Files.writeString(file, "finished");
        } catch (java.io.IOException e) {
            throw new IllegalStateException("junit-run cannot say that it finished: " + file, e);
        }
    }

    /** Writes a mark before each line. */
    private static final class Marked extends OutputStream {

        private final OutputStream out;
        private boolean lineStart = true;

        Marked(OutputStream out) {
            this.out = out;
        }

        @Override
        public synchronized void write(int octet) throws java.io.IOException {
            if (lineStart) {
                out.write('>');
                out.write(' ');
            }
            out.write(octet);
            lineStart = octet == '\n';
        }
    }
}
