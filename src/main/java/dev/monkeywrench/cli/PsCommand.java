package dev.monkeywrench.cli;

import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

@Command(name = "ps", description = "Lists the evaluations and runs of a service.")
final class PsCommand implements Callable<Integer> {

    static final URI DEFAULT_SERVER = URI.create("http://127.0.0.1:8080");

    @Option(names = "--state", description = "QUEUED, RUNNING, COMPLETED, CANCELLED or FAILED.")
    private Optional<String> state = Optional.empty();

    @Option(names = "--limit", description = "Runs to list at most (50).")
    private int limit = 50;

    @Option(names = "--json", description = "Print the service's reply.")
    private boolean json;

    @Option(names = "--server", paramLabel = "URL", description = "The service (http://127.0.0.1:8080).")
    private Optional<URI> server = Optional.empty();

    private final Session session;

    PsCommand(Session session) {
        this.session = session;
    }

    @Override
    public Integer call() throws InterruptedException {
        Map<String, String> query = new TreeMap<>(Map.of("limit", Integer.toString(limit)));
        state.ifPresent(wanted -> query.put("state", wanted));
        try (ServiceClient client = new ServiceClient(session.named(server).orElse(DEFAULT_SERVER))) {
            JsonNode page = client.get(ServiceClient.RUNS + "?" + ServiceClient.query(query));
            JsonNode evaluations = evaluations(client);
            if (json) {
                ((ObjectNode) page).set("evaluations", evaluations.path("items"));
                session.terminal().result(page.toString());
                return Exit.FINE;
            }
            tellEvaluations(evaluations);
            Table table = new Table().row("RUN", "STATE", "INSTANCE", "SAMPLES", "PASSED", "CREATED");
            Pages.elements(page).map(RunView::new).forEach(run -> row(table, run));
            table.lines().forEach(session.terminal()::result);
        }
        return Exit.FINE;
    }

    /** Their states have other names: where runs of one state are asked for, no evaluation is meant. */
    private JsonNode evaluations(ServiceClient client) throws InterruptedException {
        return state.isPresent()
                ? Session.JSON.createObjectNode()
                : client.get(ServiceClient.EVALUATIONS + "?limit=" + limit);
    }

    private void tellEvaluations(JsonNode page) {
        List<EvaluationStatus> all =
                Pages.elements(page).map(EvaluationStatus::new).toList();
        if (all.isEmpty()) {
            return;
        }
        Table table = new Table().row("EVALUATION", "STATE", "NAME", "DONE", "RESOLVED", "CREATED");
        all.forEach(each -> table.row(
                each.id(),
                each.state(),
                Inert.line(each.json().path("name").asString(""), 40),
                each.count("ended") + "/" + each.count("instances"),
                Long.toString(each.count("resolved")),
                each.json().path("createdAt").asString("")));
        table.lines().forEach(session.terminal()::result);
        session.terminal().result("");
    }

    private static void row(Table table, RunView run) {
        table.row(
                run.id(),
                run.state(),
                run.instanceId(),
                Long.toString(run.count("samples")),
                Long.toString(run.count("passed")),
                run.json().path("createdAt").asString(""));
    }
}
