package dev.monkeywrench.verification;

import dev.monkeywrench.instance.CommitId;
import dev.monkeywrench.instance.ReportFormat;
import dev.monkeywrench.instance.TestProcedure;
import dev.monkeywrench.patch.Patch;
import dev.monkeywrench.sandbox.KeptProgram;
import java.util.List;
import java.util.Optional;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * The usual run as one program for the keeper of a sandbox: apply, run, report in one exchange. What it says is worth
 * less than what a fresh sandbox says: its keys can be read by the tests, so it can only ever tell of a failure.
 */
final class KeptDriver {

    static final String PROGRAM = Driver.resource("drive.py");
    private static final JsonMapper JSON = JsonMapper.shared();

    private KeptDriver() {}

    /** Empty for what needs a shell or brings its own report files. */
    static Optional<KeptProgram> program(RunRequest request, RunKeys keys, CommitId base) {
        return request.observe() ? Optional.empty() : task(request, base).map(task -> program(request, keys, task));
    }

    /**
     * What the keeper is to do.
     *
     * @param junit whether pytest is told to write a report file
     * @param testPatch empty where there is none
     */
    private record Task(String words, boolean junit, String testPatch) {}

    private static Optional<Task> task(RunRequest request, CommitId base) {
        return switch (request.procedure()) {
            case TestProcedure.TestCommand command -> ofCommand(request, command);
            case TestProcedure.EvalScript script -> ofScript(request, script, base);
        };
    }

    private static Optional<Task> ofCommand(RunRequest request, TestProcedure.TestCommand command) {
        boolean files = command.report() instanceof ReportFormat.JunitXml xml
                && !xml.globs().isEmpty();
        String words = command.command().strip();
        boolean junit = command.report() instanceof ReportFormat.JunitXml;
        return files || !UsualScript.isPlain(words)
                ? Optional.empty()
                : Optional.of(new Task(words, junit, request.testPatch().orElse("")));
    }

    /** What it would put back must be as it was: then there is nothing to do for it. */
    private static Optional<Task> ofScript(RunRequest request, TestProcedure.EvalScript script, CommitId base) {
        Optional<UsualScript> usual =
                request.testPatch().isPresent() ? Optional.empty() : UsualScript.read(script.script(), base);
        return usual.filter(known -> request.candidate().stream()
                        .flatMap(patch -> patch.paths().stream())
                        .noneMatch(known::restores))
                .map(known -> new Task(known.words(), false, known.testPatch().orElse("")));
    }

    private static KeptProgram program(RunRequest request, RunKeys keys, Task task) {
        ObjectNode order = JSON.createObjectNode();
        ArrayNode list = order.putArray("words");
        List.of(task.words().split(" +")).forEach(list::add);
        order.put("junit", task.junit());
        order.put("key", keys.frame());
        order.put("module", keys.module());
        order.put("witness", Driver.witnessFor(request.procedure()).orElse(""));
        request.order().ifPresent(tests -> {
            order.set("plan", tests.json());
            order.put("lines", tests.lines());
        });
        order.put("witnessKey", keys.witness() + ":judge");
        order.put("candidate", request.candidate().map(Patch::unifiedDiff).orElse(""));
        order.put("tests", task.testPatch());
        order.put("seconds", request.limit().toMillis() / 1000.0);
        return new KeptProgram(PROGRAM, order.toString(), request.limit());
    }
}
