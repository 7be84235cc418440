package dev.monkeywrench.sampling;

import dev.monkeywrench.patch.Patch;
import dev.monkeywrench.patch.PatchReader;
import dev.monkeywrench.patch.ReadPatch;
import java.util.List;

/** The patch of ordinal k is the k-th of the plan. */
final class GivenSampler implements Sampler {

    private static final int AT_ONCE = 64;

    private final List<String> unifiedDiffs;

    GivenSampler(List<String> unifiedDiffs) {
        this.unifiedDiffs = List.copyOf(unifiedDiffs);
    }

    @Override
    public String name() {
        return GivenPatches.NAME;
    }

    @Override
    public SampleSource prepare(SamplingBrief brief, Arm arm) {
        return new Source();
    }

    private final class Source implements SampleSource {

        @Override
        public List<DrawOutcome> draw(List<Draw> draws) {
            return draws.stream().map(this::draw).toList();
        }

        private DrawOutcome draw(Draw draw) {
            if (draw.ordinal() >= unifiedDiffs.size()) {
                return new DrawOutcome.Exhausted(draw);
            }
            return new DrawOutcome.Drawn(sample(draw, unifiedDiffs.get(draw.ordinal())));
        }

        private static Sample sample(Draw draw, String unifiedDiff) {
            String origin = "given, patch " + (draw.ordinal() + 1) + " of the plan";
            if (unifiedDiff.isBlank()) {
                return new Sample.Empty(draw, origin);
            }
            return switch (PatchReader.read(unifiedDiff)) {
                case ReadPatch.Read read -> sample(draw, read.patch(), origin);
                case ReadPatch.Unreadable unreadable -> new Sample.Malformed(draw, unreadable.reason(), origin);
            };
        }

        private static Sample sample(Draw draw, Patch patch, String origin) {
            return patch.isEmpty()
                    ? new Sample.Empty(draw, origin)
                    : new Sample.Drafted(draw, new Candidate(patch), origin);
        }

        @Override
        public int atOnce() {
            return AT_ONCE;
        }
    }
}
