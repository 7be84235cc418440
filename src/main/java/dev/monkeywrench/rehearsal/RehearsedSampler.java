package dev.monkeywrench.rehearsal;

import dev.monkeywrench.patch.Patch;
import dev.monkeywrench.patch.PatchReader;
import dev.monkeywrench.patch.ReadPatch;
import dev.monkeywrench.sampling.Arm;
import dev.monkeywrench.sampling.Candidate;
import dev.monkeywrench.sampling.Draw;
import dev.monkeywrench.sampling.DrawOutcome;
import dev.monkeywrench.sampling.Sample;
import dev.monkeywrench.sampling.SampleSource;
import dev.monkeywrench.sampling.Sampler;
import dev.monkeywrench.sampling.SamplingBrief;
import java.util.List;
import java.util.SplittableRandom;

/** Draws small patches at once: nearly all are distinct, some are drawn twice, and a few cannot be used. */
record RehearsedSampler(LastStep last) implements Sampler {

    private static final String ORIGIN = "rehearsal";
    private static final int VARIANTS = 1000;
    private static final int ONE_UNUSABLE_IN = 50;
    private static final int AT_ONCE = 16;

    @Override
    public String name() {
        return "rehearsal";
    }

    @Override
    public SampleSource prepare(SamplingBrief brief, Arm arm) {
        return new Source();
    }

    private final class Source implements SampleSource {

        @Override
        public List<DrawOutcome> draw(List<Draw> draws) {
            List<DrawOutcome> drawn = draws.stream()
                    .<DrawOutcome>map(draw -> new DrawOutcome.Drawn(sample(draw)))
                    .toList();
            last.reached(Step.DRAWN);
            return drawn;
        }

        @Override
        public int atOnce() {
            return AT_ONCE;
        }
    }

    private static Sample sample(Draw draw) {
        SplittableRandom random = new SplittableRandom(draw.seed());
        if (random.nextInt(ONE_UNUSABLE_IN) == 0) {
            return new Sample.Malformed(draw, "made unusable on purpose", ORIGIN);
        }
        return new Sample.Drafted(draw, new Candidate(patch(random.nextInt(VARIANTS))), ORIGIN);
    }

    private static Patch patch(int value) {
        String diff = "--- a/value.py\n+++ b/value.py\n@@ -1 +1 @@\n-VALUE = -1\n+VALUE = " + value + "\n";
        return switch (PatchReader.read(diff)) {
            case ReadPatch.Read read -> read.patch();
            case ReadPatch.Unreadable unreadable -> throw new IllegalStateException(unreadable.reason());
        };
    }
}
