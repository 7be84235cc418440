package dev.monkeywrench.cli;

import java.util.Locale;
import tools.jackson.databind.JsonNode;

/** Shows how an evaluation goes on. Used by one thread. */
final class EvaluationProgress implements FollowedEvaluation.Progress, AutoCloseable {

    private final Bar bar;
    private final long instances;

    /**
     * @param instances of the suite, those that the service did not take included
     * @param now from {@link System#nanoTime()}
     */
    EvaluationProgress(Terminal terminal, long instances, long now) {
        this.bar = new Bar(terminal, instances, now + Bar.QUIET.toNanos());
        this.instances = instances;
    }

    @Override
    public boolean isDue() {
        return bar.isDue(System.nanoTime());
    }

    @Override
    public void show(EvaluationStatus status) {
        bar.show(status.count("ended"), line(status), System.nanoTime());
    }

    private String line(EvaluationStatus status) {
        return String.format(
                Locale.ROOT,
                "done %d/%d, resolved %d, cost %s, %s",
                status.count("ended"),
                instances,
                status.count("resolved"),
                Cost.dollars(status.cost()),
                rest(status));
    }

    private static String rest(EvaluationStatus status) {
        if (status.ended() || status.state().equals("PAUSED")) {
            return status.state().toLowerCase(Locale.ROOT);
        }
        JsonNode eta = status.json().path("etaSeconds");
        return eta.isNumber() ? "about " + Ranges.time(eta.asDouble()) + " left" : "time left unknown";
    }

    /** Takes the bar away, for something else to be written in its place. */
    void clear() {
        bar.clear();
    }

    @Override
    public void close() {
        clear();
    }
}
