package dev.monkeywrench.junitrun;

import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClass;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClasspathRoots;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectMethod;

import java.io.IOException;
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
import org.junit.platform.engine.UniqueId;
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
            Optional<TestPlan> first = firstAlone(plan, loader, launcher);
            if (first.isPresent()) {
                Course course = run.execute(() -> launcher.execute(first.get(), results), () -> {
                    Turns turns = Turns.inAnyCase(plan, launcher.discover(request(selectors())));
                    List<UniqueId> missed = new ArrayList<>(turns.first());
                    missed.removeAll(Turns.inAnyCase(plan, first.get()).first());
                    execute(missed, launcher, results);
                    execute(turns.then(), launcher, results);
                    execute(turns.others(), launcher, results);
                });
                return verdict(results.all(), course);
            }
            TestPlan found = launcher.discover(request(selectors()));
            Optional<Turns> turns = Turns.of(plan, found);
            if (turns.isEmpty()) {
                launcher.execute(found, results);
                return verdict(results.all(), Course.NATURAL);
            }
            Course course = run.execute(() -> execute(turns.get().first(), launcher, results), () -> {
                execute(turns.get().then(), launcher, results);
                execute(turns.get().others(), launcher, results);
            });
            return verdict(results.all(), course);
        }
    }

    /**
     * The tests that come first, found by their names: most candidates fail one of them, and then nobody needs to have
     * looked for the others. Empty where all have to be looked at to find them.
     */
    private Optional<TestPlan> firstAlone(Plan plan, ClassLoader loader, Launcher launcher) {
        if (!options.selected().isEmpty() || plan.first().isEmpty()) {
            return Optional.empty();
        }
        return TestName.selectors(plan.first(), loader)
                .map(selectors -> launcher.discover(request(selectors)))
                .filter(found -> Turns.of(plan, found).isPresent());
    }

    private static void execute(List<UniqueId> tests, Launcher launcher, Results results) {
        if (!tests.isEmpty()) {
            launcher.execute(request(tests.stream().map(DiscoverySelectors::selectUniqueId).toList()), results);
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

    private boolean mayHoldOldTests() throws IOException {
        return !options.selected().isEmpty() || !options.classPath().isEmpty() || OldTests.mayBeIn(classes);
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
}
