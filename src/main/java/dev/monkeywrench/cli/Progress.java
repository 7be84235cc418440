package dev.monkeywrench.cli;

import java.time.Duration;
import java.util.Locale;

/** Shows how a run goes on. Used by one thread. */
final class Progress implements AutoCloseable {

    private final Bar bar;
    private final long samples;
    private final long began;

    /**
     * @param samples at most
     * @param now from {@link System#nanoTime()}
     */
    Progress(Terminal terminal, long samples, long now) {
        this.bar = new Bar(terminal, samples, now);
        this.samples = samples;
        this.began = now;
    }

    void show(RunView run, long now) {
        if (run.ended()) {
            bar.showAtOnce(run.count("samples"), line(run, now), now);
        } else {
            bar.show(run.count("samples"), line(run, now), now);
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

    @Override
    public void close() {
        bar.leave();
    }
}
