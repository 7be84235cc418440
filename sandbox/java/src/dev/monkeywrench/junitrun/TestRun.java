package dev.monkeywrench.junitrun;

import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClass;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClasspathRoots;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectMethod;

import java.io.IOException;
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
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.engine.JupiterTestEngine;
import org.junit.platform.engine.DiscoverySelector;
import org.junit.platform.engine.discovery.DiscoverySelectors;
import org.junit.platform.launcher.Launcher;
import org.junit.platform.launcher.LauncherDiscoveryRequest;
import org.junit.platform.launcher.TestExecutionListener;
import org.junit.platform.launcher.TestPlan;
import org.junit.platform.launcher.core.LauncherConfig;
import org.junit.platform.launcher.core.LauncherDiscoveryRequestBuilder;
import org.junit.platform.launcher.core.LauncherFactory;
import org.junit.vintage.engine.VintageTestEngine;

/** Everything after the compilation: runs the tests, reports them, and says with which status to end. */
final class TestRun {

    private final Options options;
    private final Path classes;
    private final PrintWriter out;
    private final Consumer<byte[]> reported;
    private final Ending.Way way;

    /**
     * @param reported is told what was written as the report
     * @param way how the JVM ends where it does so before all tests ran
     */
    TestRun(Options options, Path classes, PrintWriter out, Consumer<byte[]> reported, Ending.Way way) {
        this.options = options;
        this.classes = classes;
        this.out = out;
        this.reported = reported;
        this.way = way;
    }

    int status() throws Exception {
        Optional<Plan> plan = options.order().isEmpty()
                ? Optional.empty()
                : Optional.of(Plan.read(options.order().get()));
        List<URL> urls = new ArrayList<>(List.of(url(classes)));
        for (Path extra : runtimePath()) {
            urls.add(url(extra));
        }
        URL[] path = urls.toArray(URL[]::new);
        return plan.isEmpty() ? natural(path) : planned(plan.get(), path);
    }

    private int natural(URL[] path) throws Exception {
        Results results = new Results(out, options.maven(), result -> {});
        Optional<Path> watched = Optional.ofNullable(System.getenv("MW_COVERAGE")).map(Path::of);
        if (watched.isEmpty()) {
            execute(new URLClassLoader(path, TestRun.class.getClassLoader()), results);
            return verdict(results.all(), Course.NATURAL);
        }
        try (Spectrum spectrum = new Spectrum(classes, options.main())) {
            execute(spectrum.loader(path, TestRun.class.getClassLoader()), results, spectrum);
            spectrum.write(watched.get());
        }
        return verdict(results.all(), Course.NATURAL);
    }

    private int planned(Plan plan, URL[] path) throws Exception {
        AtomicReference<Results> soFar = new AtomicReference<>();
        OrderedRun run = new OrderedRun(plan, course -> cut(soFar.get(), course));
        Results results = new Results(out, options.maven(), run::ended);
        soFar.set(results);
        try (URLClassLoader loader = new URLClassLoader(path, TestRun.class.getClassLoader())) {
            enter(loader);
            Launcher launcher = LauncherFactory.create(engines());
            TestPlan found = launcher.discover(request(selectors()));
            Optional<Turns> turns = Turns.of(plan, found);
            if (turns.isEmpty()) {
                launcher.execute(found, results);
                return verdict(results.all(), Course.NATURAL);
            }
            Course course = run.execute(turns.get(), tests -> {
                if (!tests.isEmpty()) {
                    launcher.execute(request(tests.stream().map(DiscoverySelectors::selectUniqueId).toList()), results);
                }
            });
            return verdict(results.all(), course);
        }
    }

    /** Reports what is known by now and ends the JVM, in the thread that found that it is enough. */
    private void cut(Results results, Course course) {
        Thread.interrupted(); // a test may have left it so, and it would keep the report from being written
        try {
            int status = verdict(results.all(), course);
            way.end(course.word().equals("late") ? Ending.LATE : status);
        } catch (IOException e) {
            Runtime.getRuntime().halt(Ending.NO_VERDICT);
        }
    }

    private int verdict(List<TestResult> results, Course course) throws IOException {
        if (options.report().isPresent()) {
            reported.accept(JUnitXml.write(results, course, options.report().get()));
        }
        long broken = results.stream().filter(TestResult::broken).count();
        long skipped = results.stream().filter(r -> r.status() == TestResult.Status.SKIPPED).count();
        out.println("Tests run: " + results.size() + ", Failed: " + broken + ", Skipped: " + skipped);
        if (results.size() == skipped) {
            out.println("junit-run: no test ran under " + options.test() + "; name the folder with --test");
            return Ending.NO_VERDICT;
        }
        return broken == 0 ? Ending.PASSED : Ending.FAILED;
    }

    private void execute(URLClassLoader loader, TestExecutionListener... listeners) throws Exception {
        try (loader) {
            enter(loader);
            LauncherFactory.create(engines()).execute(request(selectors()), listeners);
        }
    }

    private static void enter(URLClassLoader loader) {
        Thread.currentThread().setContextClassLoader(loader);
        quieten();
    }

    private static LauncherDiscoveryRequest request(List<? extends DiscoverySelector> selectors) {
        return LauncherDiscoveryRequestBuilder.request()
                .selectors(selectors)
                .enableImplicitConfigurationParameters(false)
                .build();
    }

    /** Nothing is found by META-INF/services: a candidate could put an engine or a listener of its own there. */
    private LauncherConfig engines() throws IOException {
        LauncherConfig.Builder config = LauncherConfig.builder()
                .enableTestEngineAutoRegistration(false)
                .enableTestExecutionListenerAutoRegistration(false)
                .enableLauncherSessionListenerAutoRegistration(false)
                .enableLauncherDiscoveryListenerAutoRegistration(false)
                .enablePostDiscoveryFilterAutoRegistration(false)
                .addTestEngines(new JupiterTestEngine());
        if (mayHoldOldTests()) {
            config.addTestEngines(new VintageTestEngine());
        }
        return config.build();
    }

    /**
     * Whether anything may be a test of JUnit 3 or 4. Such a class names one of their types, in itself or in a class above
     * it; looking for them with their own engine takes longer than running a small project's tests.
     */
    private boolean mayHoldOldTests() throws IOException {
        if (!options.selected().isEmpty() || !options.classPath().isEmpty()) {
            return true;
        }
        try (Stream<Path> files = Files.walk(classes)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                if (namesOldTypes(new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1))) {
                    return true;
                }
            }
        }
        return false;
    }

    private static boolean namesOldTypes(String content) {
        for (int at = content.indexOf("junit/"); at >= 0; at = content.indexOf("junit/", at + 1)) {
            int from = at - "org/".length();
            if (!content.startsWith("org/junit/jupiter/", from) && !content.startsWith("org/junit/platform/", from)) {
                return true;
            }
        }
        return false;
    }

    private List<? extends DiscoverySelector> selectors() {
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

    /** Resources lie beside the sources, or in Maven's sibling folder. */
    private List<Path> runtimePath() {
        Stream<Path> resources = options.folders().stream()
                .flatMap(folder -> Stream.of(folder.resolveSibling("resources"), folder));
        return Stream.concat(resources, options.classPath().stream()).filter(Files::exists).toList();
    }

    private static URL url(Path path) throws MalformedURLException {
        return path.toUri().toURL();
    }

    /** Writes a mark before each line. */
    private static final class Marked extends OutputStream {

        private final OutputStream out;
        private boolean lineStart = true;

        Marked(OutputStream out) {
            this.out = out;
        }

        @Override
        public synchronized void write(int octet) throws IOException {
            if (lineStart) {
                out.write('>');
                out.write(' ');
            }
            out.write(octet);
            lineStart = octet == '\n';
        }
    }
}
