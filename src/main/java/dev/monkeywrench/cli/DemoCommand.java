package dev.monkeywrench.cli;

import dev.monkeywrench.evaluation.Suite;
import dev.monkeywrench.evaluation.SuiteReader;
import java.net.URI;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import tools.jackson.databind.node.ObjectNode;

@Command(name = "demo", description = "Repairs a bundled project, in plain view.")
final class DemoCommand implements Callable<Integer> {

    @Option(names = "--language", paramLabel = "LANGUAGE", description = "python or java (python).")
    private Language language = Language.python;

    @Option(names = "--samples", description = "Candidates to draw at most (500).")
    private int samples = 500;

    @Option(names = "--seed", description = "The same seed draws the same candidates (1).")
    private long seed = 1;

    @Option(names = "--json", description = "Print one line of JSON at the end and nothing else.")
    private boolean json;

    @Option(names = "--keep", description = "Leave the service running and print its address.")
    private boolean keep;

    @Option(names = "--server", paramLabel = "URL", description = "Use this service instead of starting one.")
    private Optional<URI> server = Optional.empty();

    private final Session session;

    DemoCommand(Session session) {
        this.session = session;
    }

    /** Written as on the command line. */
    @SuppressWarnings("checkstyle:ConstantName")
    enum Language {
        python,
        java
    }

    @Override
    public Integer call() throws InterruptedException {
        Suite.Row row = row();
        long began = System.nanoTime();
        session.terminal().note("instance: " + row.id() + " (" + language + ")");
        try (Service service = session.service(server, keep);
                ServiceClient client = new ServiceClient(service.address());
                RunWatch watch = new RunWatch(client)) {
            RunView run = follow(watch, row);
            DemoReport report = new DemoReport(session.terminal(), run);
            if (json) {
                report.json((System.nanoTime() - began) / 1e9);
            } else {
                report.human(client);
            }
            tellAddress(service);
            return run.resolved() ? Exit.FINE : Exit.ERROR;
        }
    }

    private Suite.Row row() {
        Suite starter = new SuiteReader(session.suites(), session.home()).read(SuiteReader.STARTER);
        return starter.rows().stream()
                .filter(row -> row.demoLanguage().equals(Optional.of(language.name())))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException(
                        "The starter suite marks no " + language + " instance for the demo; restore it with git"));
    }

    private RunView follow(RunWatch watch, Suite.Row row) throws InterruptedException {
        ObjectNode request = Session.JSON.createObjectNode();
        request.set("instance", row.row());
        request.putObject("plan").put("samples", samples).put("stopAfter", 1).put("seed", seed);
        try (Progress progress = new Progress(session.terminal(), samples, System.nanoTime())) {
            return watch.follow(request, run -> progress.show(run, System.nanoTime()));
        }
    }

    private void tellAddress(Service service) {
        if (keep && service instanceof ChildService child) {
            session.terminal()
                    .note("the service runs on at " + child.address() + " (process " + child.pid() + ", log "
                            + child.log() + "); end it with 'kill " + child.pid() + "'");
        }
    }
}
