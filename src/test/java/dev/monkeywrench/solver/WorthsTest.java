package dev.monkeywrench.solver;

import static org.assertj.core.api.Assertions.assertThat;

import dev.monkeywrench.instance.RepositoryPath;
import dev.monkeywrench.ledger.Worth;
import dev.monkeywrench.patch.Patch;
import dev.monkeywrench.patch.Patches;
import org.junit.jupiter.api.Test;

class WorthsTest {

    private final Worths worths = new Worths();

    @Test
    void callsUsefulWhatLedToTheFirstPassAndWastedWhatCameAfter() {
        worths.judged("draw-0", patch(0).digest(), false);
        worths.judged("draw-1", patch(1).digest(), true);
        worths.judged("draw-2", patch(2).digest(), true);

        assertThat(worths.apply("draw-0")).isEqualTo(Worth.USEFUL);
        assertThat(worths.apply("draw-1")).isEqualTo(Worth.USEFUL);
        assertThat(worths.apply(Labels.verification(patch(1).digest()))).isEqualTo(Worth.USEFUL);
        assertThat(worths.apply("draw-2")).isEqualTo(Worth.AFTER_FIRST_PASS);
        assertThat(worths.apply(Labels.verification(patch(2).digest()))).isEqualTo(Worth.AFTER_FIRST_PASS);
    }

    @Test
    void tellsUnusableDrawsApart() {
        worths.unusable("draw-0", Worth.MALFORMED);
        worths.unusable("draw-1", Worth.DUPLICATE);

        assertThat(worths.apply("draw-0")).isEqualTo(Worth.MALFORMED);
        assertThat(worths.apply("draw-1")).isEqualTo(Worth.DUPLICATE);
    }

    @Test
    void knowsWhatIsBoughtBeforeTheFirstSampleAndWhatCameToNothing() {
        assertThat(worths.apply("prepare")).isEqualTo(Worth.OVERHEAD);
        assertThat(worths.apply("observe")).isEqualTo(Worth.OVERHEAD);
        assertThat(worths.apply("draw-99")).isEqualTo(Worth.LOST);
    }

    private static Patch patch(int number) {
        return Patches.between(new RepositoryPath("a.py"), "x = 1\n", "x = 2" + number + "\n");
    }
}
