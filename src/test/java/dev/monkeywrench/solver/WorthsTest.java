package dev.monkeywrench.solver;

import static org.assertj.core.api.Assertions.assertThat;

import dev.monkeywrench.instance.RepositoryPath;
import dev.monkeywrench.ledger.Worth;
import dev.monkeywrench.patch.Patch;
import dev.monkeywrench.patch.Patches;
import dev.monkeywrench.sampling.Arm;
import dev.monkeywrench.sampling.Draw;
import dev.monkeywrench.sampling.Sample;
import dev.monkeywrench.verification.Verdict;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class WorthsTest {

    private static final Arm ARM = new Arm("arm", "scripted", Optional.empty(), 1, 1);

    private final Worths worths = new Worths();

    @Test
    void callsUsefulWhatLedToTheFirstPassAndWastedWhatCameAfter() {
        worths.judged("draw-0", patch(0).digest(), new Verdict.Failed(List.of(), List.of(), "no"));
        worths.judged("draw-1", patch(1).digest(), new Verdict.Passed());
        worths.judged("draw-2", patch(2).digest(), new Verdict.Passed());

        assertThat(worths.apply("draw-0")).isEqualTo(Worth.USEFUL);
        assertThat(worths.apply("draw-1")).isEqualTo(Worth.USEFUL);
        assertThat(worths.apply(Labels.verification(patch(1).digest()))).isEqualTo(Worth.USEFUL);
        assertThat(worths.apply("draw-2")).isEqualTo(Worth.AFTER_FIRST_PASS);
        assertThat(worths.apply(Labels.verification(patch(2).digest()))).isEqualTo(Worth.AFTER_FIRST_PASS);
    }

    @Test
    void tellsUnusableDrawsApart() {
        worths.unusable(new Sample.Malformed(draw(0), "no edit", "test"));
        worths.unusable(new Sample.Empty(draw(1), "test"));
        worths.unusable(new Sample.Duplicate(draw(2), patch(0).digest(), 0, "test"));

        assertThat(worths.apply("draw-0")).isEqualTo(Worth.MALFORMED);
        assertThat(worths.apply("draw-1")).isEqualTo(Worth.MALFORMED);
        assertThat(worths.apply("draw-2")).isEqualTo(Worth.DUPLICATE);
    }

    @Test
    void knowsWhatIsBoughtBeforeTheFirstSampleAndWhatCameToNothing() {
        assertThat(worths.apply("prepare")).isEqualTo(Worth.OVERHEAD);
        assertThat(worths.apply("observe")).isEqualTo(Worth.OVERHEAD);
        assertThat(worths.apply("draw-99")).isEqualTo(Worth.LOST);
    }

    private static Draw draw(int index) {
        return new Draw(index, ARM, index, index);
    }

    private static Patch patch(int number) {
        return Patches.between(new RepositoryPath("a.py"), "x = 1\n", "x = 2" + number + "\n");
    }
}
