package dev.monkeywrench.cli;

import java.time.Duration;
import java.util.Locale;

/** Shows how a run goes on: a bar drawn again and again on a terminal, and a line now and then without one. */
final class Progress implements AutoCloseable {

    private static final int WIDTH = 24;
    private static final Duration QUIET = Duration.ofSeconds(10);

    private final Terminal terminal;
    private final long samples;
    private final long began;
    private long lastLine;
    private String shown = "";

    /**
     * @param samples at most
     * @param now from {@link System#nanoTime()}
     */
    Progress(Terminal terminal, long samples, long now) {
        this.terminal = terminal;
        this.samples = samples;
        this.began = now;
        this.lastLine = now - QUIET.toNanos();
    }

    void show(RunView run, long now) {
        String line = line(run, now);
        if (terminal.live()) {
            draw(bar(run) + " " + line);
        } else if (now - lastLine >= QUIET.toNanos() || run.ended()) {
            lastLine = now;
            terminal.note(line);
        }
    }

    private String line(RunView run, long now) {
        long seconds = Duration.ofNanos(now - began).toSeconds();
        if (!run.ended() && run.count("samples") == 0) {
            return String.format(Locale.ROOT, "%s, %d s", preparing(run), seconds);
        }
        return String.format(
                Locale.ROOT,
                "drawn %d/%d, rejected %d, failed %d, passed %d, cost %s, %d s",
                run.count("samples"),
                samples,
                run.rejected(),
                run.notPassed(),
                run.count("passed"),
                Cost.brief(run.ledger()),
                seconds);
    }

    private static String preparing(RunView run) {
        return run.state().equals("QUEUED") ? "queued" : "preparing: files, sandbox, baseline tests";
    }

    private String bar(RunView run) {
        double share = samples == 0 ? 0 : Math.min(1, (double) run.count("samples") / samples);
        int full = (int) Math.round(share * WIDTH);
        return "[" + "#".repeat(full) + "-".repeat(WIDTH - full) + "]";
    }

    private void draw(String line) {
        String blank = " ".repeat(Math.max(0, shown.length() - line.length()));
        terminal.err().print("\r" + line + blank);
        terminal.err().flush();
        shown = line;
    }

    @Override
    public void close() {
        if (!shown.isEmpty()) {
            terminal.err().println();
        }
    }
}
