package dev.monkeywrench.evaluation.report;

import dev.monkeywrench.evaluation.statistics.Bootstrap;
import dev.monkeywrench.evaluation.statistics.InstanceScore.Selected;
import dev.monkeywrench.instance.InstanceId;
import dev.monkeywrench.run.Judging;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;

/** Evaluations made up for tests. */
final class Evaluations {

    private static final List<String> REPOSITORIES =
            List.of("astropy/astropy", "django/django", "sympy/sympy", "psf/requests");

    private Evaluations() {}

    static Report report(List<EvaluatedInstance> instances) {
        return Report.of(
                "SWE-bench Lite, 40 instances",
                "32 samples each, seed 1, bubblewrap, 2 cores",
                Deciding.ORACLE,
                instances,
                new Bootstrap(200, 0.95, new Random(1)));
    }

    /** Some easy, most hard. */
    static List<EvaluatedInstance> instances(int count, int samples) {
        Random random = new Random(3);
        List<EvaluatedInstance> instances = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            double p = Math.pow(random.nextDouble(), 5);
            List<EvaluatedSample> drawn = new ArrayList<>();
            for (int k = 0; k < samples; k++) {
                drawn.add(sample(k % 2 == 0 ? "qwen3-coder:30b, T 1.0" : "embedded mutation", outcome(random, p)));
            }
            String repository = REPOSITORIES.get(i % REPOSITORIES.size());
            instances.add(new EvaluatedInstance(
                    new InstanceId(repository.replace("/", "__") + "-" + (11000 + 37 * i)),
                    repository,
                    false,
                    drawn,
                    p > 0.1 ? Selected.RESOLVED : Selected.UNRESOLVED,
                    Optional.of(new BigDecimal("0.002"))));
        }
        return instances;
    }

    static EvaluatedSample sample(String arm, Outcome outcome) {
        return new EvaluatedSample(
                arm,
                outcome,
                false,
                Optional.of(new BigDecimal("0.0031")),
                Optional.of(Duration.ofMillis(5200)),
                Optional.of(Duration.ofMillis(800)),
                Duration.ofMillis(3100),
                Optional.of(Judging.OWN),
                Optional.empty());
    }

    private static Outcome outcome(Random random, double p) {
        if (random.nextDouble() < p) {
            return Outcome.RESOLVED;
        }
        double die = random.nextDouble();
        if (die < 0.1) {
            return Outcome.NO_PATCH;
        }
        if (die < 0.2) {
            return Outcome.NOT_APPLIED;
        }
        if (die < 0.23) {
            return Outcome.TIMED_OUT;
        }
        if (die < 0.25) {
            return Outcome.REFUSED;
        }
        return die < 0.26 ? Outcome.INCONCLUSIVE : Outcome.FAILED;
    }
}
