package dev.monkeywrench.cli;

import java.net.URI;
import java.util.Optional;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import tools.jackson.databind.node.ObjectNode;

/** How an evaluation is carried out, for every command that is one. */
final class EvaluationOptions {

    @Option(names = "-j", paramLabel = "N", description = "Instances at a time (what the service has set: 2).")
    private Optional<Integer> parallel = Optional.empty();

    @Mixin
    private AskedBudget budget = new AskedBudget();

    @Option(names = "--redo", description = "Start over, even where the service has the same evaluation.")
    private boolean redo;

    @Option(
            names = "--retry-errors",
            description = "Try again what was inconclusive or failed by the infrastructure, never what was judged.")
    private boolean retryErrors;

    @Option(names = "--dry-run", description = "Tell what it would take in time and cost, and do nothing.")
    private boolean dryRun;

    /** Refuses what cannot be. */
    void check() {
        if (parallel.orElse(1) < 1) {
            throw new UsageFault("-j begins at 1");
        }
        budget.check();
    }

    void addTo(ObjectNode request) {
        parallel.ifPresent(number -> request.put("parallel", number));
        budget.addTo(request);
    }

    /** Starts one where none is named, while the command reads what is asked for. */
    Service service(Session session, Optional<URI> server) {
        return dryRun ? session.starting(server) : session.evaluating(server);
    }

    AskedBudget budget() {
        return budget;
    }

    /** Empty where it is left to the service. */
    Optional<Integer> parallel() {
        return parallel;
    }

    boolean redo() {
        return redo;
    }

    boolean retryErrors() {
        return retryErrors;
    }

    boolean dryRun() {
        return dryRun;
    }
}
