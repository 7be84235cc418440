package dev.monkeywrench.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class BarTest {

    private final ByteArrayOutputStream err = new ByteArrayOutputStream();

    private Bar bar(boolean live, long whole) {
        PrintStream stream = new PrintStream(err, true, StandardCharsets.UTF_8);
        return new Bar(new Terminal(stream, stream, false, live), whole, 0);
    }

    private String written() {
        return err.toString(StandardCharsets.UTF_8);
    }

    @Test
    void fillsAndCoversWhatALongerLineLeft() {
        Bar bar = bar(true, 4);

        bar.show(1, "a long line", 0);
        bar.show(2, "short", 0);

        assertThat(written())
                .isEqualTo("\r[######" + "-".repeat(18) + "] a long line" + "\r[" + "#".repeat(12) + "-".repeat(12)
                        + "] short      ");
    }

    @Test
    void isFullAtTheMostAndEmptyWhereThereIsNothingToDo() {
        bar(true, 2).show(5, "more", 0);
        bar(true, 0).show(0, "nothing", 0);

        assertThat(written()).isEqualTo("\r[" + "#".repeat(24) + "] more" + "\r[" + "-".repeat(24) + "] nothing");
    }

    /** Whoever asks a service before each picture asks no more often than an eye follows. */
    @Test
    void wantsToKnowNowAndThen() {
        Bar bar = bar(true, 4);
        assertThat(bar.isDue(0)).isTrue();
        bar.show(1, "x", 0);
        assertThat(bar.isDue(149_999_999)).isFalse();
        assertThat(bar.isDue(150_000_000)).isTrue();
        bar.clear();
        assertThat(bar.isDue(1)).isTrue();
    }

    @Test
    void wantsToKnowOnceALineIsDueWithoutATerminal() {
        Bar bar = bar(false, 4);
        bar.show(1, "x", 0);
        assertThat(bar.isDue(Bar.QUIET.toNanos() - 1)).isFalse();
        assertThat(bar.isDue(Bar.QUIET.toNanos())).isTrue();
    }

    @Test
    void goesAwayOnceOrStays() {
        Bar bar = bar(true, 1);
        bar.show(0, "x", 0);
        err.reset();

        bar.clear();
        bar.clear();
        bar.leave();
        assertThat(written()).isEqualTo("\r" + " ".repeat(28) + "\r");

        bar.show(0, "x", 0);
        err.reset();
        bar.leave();
        assertThat(written()).isEqualTo(System.lineSeparator());
    }

    @Test
    void writesALineNowAndThenWithoutATerminal() {
        Bar bar = bar(false, 1);
        long quiet = Bar.QUIET.toNanos();

        bar.show(0, "too early", -1);
        bar.show(0, "first", 0);
        bar.show(0, "too soon", quiet - 1);
        bar.show(0, "second", quiet);
        bar.showAtOnce(1, "end", quiet + 1);
        bar.clear();

        assertThat(written().lines()).containsExactly("first", "second", "end");
    }
}
