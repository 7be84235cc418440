package dev.monkeywrench.verification;

import com.google.re2j.Pattern;
import dev.monkeywrench.instance.ReportFormat;
import dev.monkeywrench.instance.TestProcedure;
import dev.monkeywrench.sandbox.ExecRequest;
import dev.monkeywrench.sandbox.SandboxFile;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The one command of a run: our script, and what it needs beside it. */
final class Driver {

    private static final String SCRIPT = resource("drive.sh");
    private static final String WITNESS =
            resource("guard.py") + "\n\n" + resource("order.py") + "\n\n" + resource("witness.py");
    /** These keep Python from finding the witness, or start it in an environment of its own. */
    private static final Pattern WITHOUT_WITNESS =
            Pattern.compile("PYTHONPATH=|\\btox\\b|\\bnox\\b|\\benv -i\\b|python[0-9.]* +-[a-zA-Z]*[EI]");

    private Driver() {}

    /** What runs in the sandbox beside the tests. */
    static List<String> programs() {
        return List.of(SCRIPT, WITNESS, KeptDriver.PROGRAM);
    }

    static ExecRequest command(RunRequest request, RunKeys keys) {
        List<SandboxFile> files = new ArrayList<>();
        files.add(new SandboxFile("drive.sh", SCRIPT));
        files.add(new SandboxFile("procedure.sh", procedure(request.procedure(), keys)));
        request.candidate().ifPresent(patch -> files.add(new SandboxFile("candidate.diff", patch.unifiedDiff())));
        request.testPatch().ifPresent(diff -> files.add(new SandboxFile("tests.diff", diff)));
        witnessFor(request.procedure())
                .map(source -> request.order().map(order -> order.in(source)).orElse(source))
                .ifPresent(source -> files.add(new SandboxFile(keys.module() + ".py", source)));
        request.order().ifPresent(order -> files.add(new SandboxFile("order", order.lines())));
        List<String> command = new ArrayList<>(List.of("bash", "/mw/drive.sh"));
        command.addAll(globs(request.procedure()));
        return new ExecRequest(command, environment(request, keys), files, request.limit());
    }

    /** The witness's source; empty where it could not be loaded. */
    static Optional<String> witnessFor(TestProcedure procedure) {
        return WITHOUT_WITNESS.matcher(text(procedure)).find() ? Optional.empty() : Optional.of(WITNESS);
    }

    private static Map<String, String> environment(RunRequest request, RunKeys keys) {
        Map<String, String> environment = new HashMap<>();
        String witness = keys.witness() + ":" + (request.observe() ? "observe" : "judge");
        environment.put("MW_KEYS", keys.frame() + " " + witness + " " + keys.module());
        environment.put("MW_ADD_JUNIT_XML", writesJunitXmlWhereTold(request.procedure()) ? "1" : "");
        return environment;
    }

    private static String procedure(TestProcedure procedure, RunKeys keys) {
        return switch (procedure) {
            case TestProcedure.EvalScript script -> new MarkedScript(keys.frame()).mark(script.script());
            case TestProcedure.TestCommand command -> command.command() + "\n";
        };
    }

    static String text(TestProcedure procedure) {
        return switch (procedure) {
            case TestProcedure.EvalScript script -> script.script();
            case TestProcedure.TestCommand command -> command.command();
        };
    }

    private static boolean writesJunitXmlWhereTold(TestProcedure procedure) {
        return procedure instanceof TestProcedure.TestCommand command
                && command.report() instanceof ReportFormat.JunitXml
                && globs(procedure).isEmpty();
    }

    private static List<String> globs(TestProcedure procedure) {
        return procedure instanceof TestProcedure.TestCommand command
                        && command.report() instanceof ReportFormat.JunitXml junit
                ? junit.globs()
                : List.of();
    }

    static String resource(String name) {
        try (InputStream in = Driver.class.getResourceAsStream(name)) {
            if (in == null) {
                throw new IllegalStateException("The program is incomplete: " + name + " is missing from it");
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
