package dev.monkeywrench.junitrun;

import java.io.PrintStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Optional;

/**
 * Compiles a project and runs its JUnit tests in this one JVM.
 *
 * <p>Exit status: 0 all passed, 1 a test failed, 2 usage, 3 no test ran or the tests ended the JVM, 4 does not compile,
 * 124 the tests that come first took longer than they may.
 */
public final class JUnitRun {

    private JUnitRun() {}

    /** Runs and ends the JVM, whatever threads the tests have left behind. */
    public static void main(String[] arguments) throws Exception {
        run(arguments, Ending.ofThisJvm());
    }

    static void run(String[] arguments, Ending ending) throws Exception {
        Seal seal = Seal.ofThisJvm();
        PrintWriter out = new PrintWriter(new PrintStream(System.out, true, StandardCharsets.UTF_8), true);
        Ending.Way way = status -> {
            out.flush();
            seal.close(status);
            ending.finish(status);
        };
        way.end(run(arguments, out, seal, way));
    }

    private static int run(String[] arguments, PrintWriter out, Seal seal, Ending.Way way) throws Exception {
        Options options;
        try {
            options = Options.parse(arguments, Optional.ofNullable(System.getenv("MW_JUNIT_XML")))
                    .in(Optional.ofNullable(System.getenv("MW_TEST_ORDER")).map(Path::of));
        } catch (IllegalArgumentException e) {
            out.println(Options.refusal(e));
            return Ending.USAGE;
        }
        options.forgetOldReport();
        Path classes = options.classesFolder();
        if (!new Compilation(options.libraries(System.getProperty("java.class.path"))).of(options.folders(), classes, out)) {
            out.println(Compilation.FAILED);
            return Ending.DOES_NOT_COMPILE;
        }
        Optional<String> shadow = Shadows.in(options.test(), classes);
        if (shadow.isPresent()) {
            out.println("junit-run: " + shadow.get());
            return Ending.DOES_NOT_COMPILE;
        }
        return new TestRun(options, classes, out, seal::covers, way).status();
    }
}
