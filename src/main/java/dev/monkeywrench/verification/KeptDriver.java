package dev.monkeywrench.verification;

import dev.monkeywrench.instance.ReportFormat;
import dev.monkeywrench.instance.TestProcedure;
import dev.monkeywrench.patch.Patch;
import dev.monkeywrench.sandbox.KeptProgram;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * The usual run as one program for the keeper of a sandbox: apply, run, report in one exchange. What it says is worth
 * less than what a fresh sandbox says: its keys can be read by the tests, so it can only ever tell of a failure.
 */
final class KeptDriver {

    static final String PROGRAM = Driver.resource("drive.py");
    /** Words that no shell would read otherwise than they stand there; the first is no assignment. */
    private static final Pattern PLAIN =
            Pattern.compile("[A-Za-z0-9_./:,@%+-]+( +[A-Za-z0-9_./:,@%+=-]+)*", Pattern.UNICODE_CASE);

    private static final JsonMapper JSON = JsonMapper.shared();

    private KeptDriver() {}

    /** Empty for what needs a shell or brings its own report files. */
    static Optional<KeptProgram> program(RunRequest request, RunKeys keys) {
        if (request.observe() || !(request.procedure() instanceof TestProcedure.TestCommand command)) {
            return Optional.empty();
        }
        boolean junit = command.report() instanceof ReportFormat.JunitXml;
        boolean files = command.report() instanceof ReportFormat.JunitXml xml
                && !xml.globs().isEmpty();
        String words = command.command().strip();
        if (files || !PLAIN.matcher(words).matches()) {
            return Optional.empty();
        }
        ObjectNode order = JSON.createObjectNode();
        ArrayNode list = order.putArray("words");
        List.of(words.split(" +")).forEach(list::add);
        order.put("junit", junit);
        order.put("key", keys.frame());
        order.put("module", keys.module());
        order.put("witness", Driver.witnessFor(request.procedure()).orElse(""));
        request.order().ifPresent(tests -> order.set("plan", tests.json()));
        order.put("witnessKey", keys.witness() + ":judge");
        order.put("candidate", request.candidate().map(Patch::unifiedDiff).orElse(""));
        order.put("tests", request.testPatch().orElse(""));
        order.put("seconds", request.limit().toMillis() / 1000.0);
        return Optional.of(new KeptProgram(PROGRAM, order.toString(), request.limit()));
    }
}
