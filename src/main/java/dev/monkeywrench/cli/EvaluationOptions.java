package dev.monkeywrench.cli;

import dev.monkeywrench.evaluation.EvaluationDigest;
import java.math.BigDecimal;
import java.net.URI;
import java.util.Optional;
import picocli.CommandLine.Option;
import tools.jackson.databind.node.ObjectNode;

/** How an evaluation is carried out, for every command that is one. */
final class EvaluationOptions {

    @Option(names = "-j", description = "Instances at a time (1).")
    private int parallel = 1;

    @Option(names = "--max-cost", paramLabel = "DOLLARS", description = "No instance begins once this is spent.")
    private Optional<BigDecimal> dollars = Optional.empty();

    @Option(names = "--max-tokens", paramLabel = "N", description = "No instance begins once these are spent.")
    private Optional<Long> tokens = Optional.empty();

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
        if (parallel < 1 || dollars.map(BigDecimal::signum).orElse(1) < 1 || tokens.orElse(1L) < 1) {
            throw new UsageFault("-j and --max-tokens begin at 1, --max-cost is more than 0");
        }
    }

    void addTo(ObjectNode request) {
        request.put("parallel", parallel);
        if (dollars.isPresent() || tokens.isPresent()) {
            ObjectNode budget = request.putObject("budget");
            dollars.ifPresent(most -> budget.put("dollars", most));
            tokens.ifPresent(most -> budget.put("tokens", most));
        }
    }

    /** For the evaluation that is asked for. */
    Service service(Session session, Optional<URI> server, ObjectNode request) throws InterruptedException {
        return dryRun ? session.service(server, false) : session.evaluating(server, EvaluationDigest.of(request), redo);
    }

    int parallel() {
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
