package dev.monkeywrench.cli;

import java.time.Duration;

/** A bar with a line, drawn again and again on a terminal; the line alone, now and then, without one. Used by one thread. */
final class Bar {

    /** Between two lines without a terminal. */
    static final Duration QUIET = Duration.ofSeconds(10);

    /** Between two pictures on a terminal, as often as an eye follows. */
    private static final Duration FLICKER = Duration.ofMillis(150);

    private static final int WIDTH = 24;

    private final Terminal terminal;
    private final long whole;
    private long nextNote;
    private long nextPicture;
    private String shown = "";

    /**
     * @param whole what fills the bar
     * @param firstNote from when on a line is shown without a terminal, as {@link System#nanoTime()} tells time
     */
    Bar(Terminal terminal, long whole, long firstNote) {
        this.terminal = terminal;
        this.whole = whole;
        this.nextNote = firstNote;
    }

    /** Whether there is anything to show now. */
    boolean isDue(long now) {
        return terminal.live() ? shown.isEmpty() || now - nextPicture >= 0 : now - nextNote >= 0;
    }

    /** Shows how far it is, without a terminal only when a line is due. */
    void show(long done, String line, long now) {
        if (terminal.live() || now - nextNote >= 0) {
            showAtOnce(done, line, now);
        }
    }

    void showAtOnce(long done, String line, long now) {
        if (terminal.live()) {
            draw(filled(done) + " " + line);
            nextPicture = now + FLICKER.toNanos();
            return;
        }
        nextNote = now + QUIET.toNanos();
        terminal.note(line);
    }

    private String filled(long done) {
        double share = whole == 0 ? 0 : Math.min(1, (double) done / whole);
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

    /** Leaves the bar as it is, for something else to be written below it. */
    void leave() {
        if (!shown.isEmpty()) {
            terminal.err().println();
            shown = "";
        }
    }
}
