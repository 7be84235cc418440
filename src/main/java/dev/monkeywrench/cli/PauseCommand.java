package dev.monkeywrench.cli;

import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(name = "pause", description = "Lets no further instance of evaluations begin; what runs goes on.")
final class PauseCommand implements Callable<Integer> {

    @Parameters(arity = "1..*", paramLabel = "EVALUATION", description = "Ids, as 'ps' lists them.")
    private List<String> ids = List.of();

    @Option(names = "--server", paramLabel = "URL", description = "The service (http://127.0.0.1:8080).")
    private Optional<URI> server = Optional.empty();

    private final Session session;

    PauseCommand(Session session) {
        this.session = session;
    }

    @Override
    public Integer call() throws InterruptedException {
        return EvaluationAction.on(session, server, ids, "pause", "paused");
    }
}
