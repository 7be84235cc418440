package dev.monkeywrench.cli;

import java.time.Duration;
import java.util.Locale;
import tools.jackson.databind.JsonNode;

/** Shows how an evaluation goes on: a bar on a terminal, and a line now and then without one. Used by one thread. */
final class EvaluationProgress implements AutoCloseable {

    private static final int WIDTH = 24;
    private static final Duration QUIET = Duration.ofSeconds(10);

    private final Terminal terminal;
    private final long instances;
    private long lastLine;
    private String shown = "";

    /**
     * @param instances of the suite, those that the service did not take included
     * @param now from {@link System#nanoTime()}
     */
    EvaluationProgress(Terminal terminal, long instances, long now) {
        this.terminal = terminal;
        this.instances = instances;
        this.lastLine = now;
    }

    void show(EvaluationStatus status, long now) {
        String line = line(status);
        if (terminal.live()) {
            draw(bar(status) + " " + line);
        } else if (now - lastLine >= QUIET.toNanos()) {
            lastLine = now;
            terminal.note(line);
        }
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

    private String bar(EvaluationStatus status) {
        double share = instances == 0 ? 0 : Math.min(1, (double) status.count("ended") / instances);
        int full = (int) Math.round(share * WIDTH);
        return "[" + "#".repeat(full) + "-".repeat(WIDTH - full) + "]";
    }

    private void draw(String line) {
        String blank = " ".repeat(Math.max(0, shown.length() - line.length()));
        terminal.err().print("\r" + line + blank);
        terminal.err().flush();
        shown = line;
    }

    /** Takes the bar away, for something else to be written in its place. */
    void clear() {
        if (!shown.isEmpty()) {
            terminal.err().print("\r" + " ".repeat(shown.length()) + "\r");
            terminal.err().flush();
            shown = "";
        }
    }

    @Override
    public void close() {
        clear();
    }
}
