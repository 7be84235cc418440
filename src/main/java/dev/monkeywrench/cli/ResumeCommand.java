package dev.monkeywrench.cli;

import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
        name = "resume",
        description = "Goes on with paused evaluations, and with a larger budget with those that theirs ended.")
final class ResumeCommand implements Callable<Integer> {

    @Parameters(arity = "1..*", paramLabel = "EVALUATION", description = "Ids, as 'ps' lists them.")
    private List<String> ids = List.of();

    @Mixin
    private AskedBudget budget = new AskedBudget();

    @Option(names = "--server", paramLabel = "URL", description = "The service (http://127.0.0.1:8080).")
    private Optional<URI> server = Optional.empty();

    private final Session session;

    ResumeCommand(Session session) {
        this.session = session;
    }

    @Override
    public Integer call() throws InterruptedException {
        budget.check();
        Optional<String> change = budget.isLimited() ? Optional.of(budget.change()) : Optional.empty();
        return EvaluationAction.on(session, server, ids, change, "resume", "resumed");
    }
}
