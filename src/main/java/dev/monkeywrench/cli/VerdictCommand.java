package dev.monkeywrench.cli;

import java.net.URI;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import tools.jackson.databind.JsonNode;

@Command(
        name = "verdict",
        description =
                "'verdict explain RUN SAMPLE' tells which run's tests decided on a sample, and what that hangs on.")
final class VerdictCommand implements Callable<Integer> {

    private static final int MOST_VALUE = 300;

    @Parameters(index = "0", paramLabel = "explain")
    private Action action = Action.explain;

    @Parameters(index = "1", paramLabel = "RUN", description = "Its id, as 'ps' lists it.")
    private String run = "";

    @Parameters(index = "2", paramLabel = "SAMPLE", description = "Its index, from 0.")
    private int sample;

    @Option(names = "--json", description = "Print the service's reply.")
    private boolean json;

    @Option(names = "--server", paramLabel = "URL", description = "The service (http://127.0.0.1:8080).")
    private Optional<URI> server = Optional.empty();

    private final Session session;

    VerdictCommand(Session session) {
        this.session = session;
    }

    /** Written as on the command line. */
    enum Action {
        explain
    }

    @Override
    public Integer call() throws InterruptedException {
        if (sample < 0) {
            throw new UsageFault("samples are numbered from 0");
        }
        return switch (action) {
            case explain -> explain();
        };
    }

    private int explain() throws InterruptedException {
        try (ServiceClient client = new ServiceClient(session.named(server).orElse(PsCommand.DEFAULT_SERVER))) {
            JsonNode found = find(client);
            if (json) {
                session.terminal().result(found.toString());
                return Exit.FINE;
            }
            explain(found);
            return Exit.FINE;
        }
    }

    private JsonNode find(ServiceClient client) throws InterruptedException {
        Map<String, String> query = new TreeMap<>(Map.of("include", "key", "limit", "1"));
        if (sample > 0) {
            query.put("cursor", Integer.toString(sample - 1));
        }
        JsonNode page = client.get(ServiceClient.RUNS + "/" + run + "/candidates?" + ServiceClient.query(query));
        return Pages.elements(page)
                .filter(each -> each.path("sampleIndex").asInt(-1) == sample)
                .findFirst()
                .orElseThrow(() -> new ServiceFault("Run " + run + " has no sample " + sample
                        + "; its samples stand at " + ServiceClient.RUNS + "/" + run + "/candidates"));
    }

    private void explain(JsonNode found) {
        String verdict = found.path("verdict").asString("");
        JsonNode from = found.path("verdictFrom");
        if (verdict.isEmpty()) {
            say("Sample " + sample + " has no verdict: " + text(found.path("kind")));
            return;
        }
        found.path("evidence").forEach(line -> say("Noticed: " + text(line)));
        if (found.path("trials").isObject()) {
            TrialsText.of(found.path("trials")).forEach(this::say);
        }
        if (!from.isObject()) {
            say("Sample " + sample + " is " + verdict + ". Nothing had to run to tell, and nothing was kept");
            return;
        }
        String ran = "run " + text(from.path("run")) + ", at " + text(from.path("at"));
        say(
                found.path("cached").asBoolean(false)
                        ? "Sample " + sample + " is " + verdict + ", from the cache: the tests were run by " + ran
                                + ". Nothing was run or charged this time"
                        : "Sample " + sample + " is " + verdict + ", not from the cache: the tests were run by " + ran);
        say("A verdict is used again where all of this is equal:");
        from.path("key").properties().forEach(part -> say("  " + part.getKey() + ": " + text(part.getValue())));
        say("To have the tests run all the same: 'evaluate' or 'verify' with --fresh-verdicts");
    }

    private void say(String line) {
        session.terminal().result(line);
    }

    private static String text(JsonNode node) {
        return Inert.line(node.asString(""), MOST_VALUE);
    }
}
