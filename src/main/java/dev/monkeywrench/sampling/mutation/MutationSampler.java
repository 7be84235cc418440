package dev.monkeywrench.sampling.mutation;

import dev.monkeywrench.sampling.Arm;
import dev.monkeywrench.sampling.Draw;
import dev.monkeywrench.sampling.DrawOutcome;
import dev.monkeywrench.sampling.Sample;
import dev.monkeywrench.sampling.SampleSource;
import dev.monkeywrench.sampling.Sampler;
import dev.monkeywrench.sampling.SamplingBrief;
import dev.monkeywrench.sampling.mutation.location.Suspects;
import java.util.ArrayList;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Draws changes that repair templates propose. The run's seed alone decides their order. */
final class MutationSampler implements Sampler {

    private static final Logger LOG = LoggerFactory.getLogger(MutationSampler.class);

    private final MutationLimits limits;

    MutationSampler(MutationLimits limits) {
        this.limits = limits;
    }

    @Override
    public String name() {
        return MutationSamplers.NAME;
    }

    @Override
    public SampleSource prepare(SamplingBrief brief, Arm arm) throws InterruptedException {
        Suspects suspects = new Suspects(brief.workspace(), brief.instance().problemStatement(), brief.evidence());
        List<Mutant> mutants = new Mutants(suspects, limits).all();
        Mutations mutations = new Mutations(new Ordering(brief.seed(), limits).ordered(mutants));
        LOG.debug("{} of {}", mutations, brief.instance().id());
        return new Source(mutations);
    }

    private record Source(Mutations mutations) implements SampleSource {

        @Override
        public List<DrawOutcome> draw(List<Draw> draws) throws InterruptedException {
            List<DrawOutcome> outcomes = new ArrayList<>();
            for (Draw draw : draws) {
                outcomes.add(mutations
                        .at(draw.ordinal())
                        .<DrawOutcome>map(found ->
                                new DrawOutcome.Drawn(new Sample.Drafted(draw, found.candidate(), found.origin())))
                        .orElse(new DrawOutcome.Exhausted(draw)));
            }
            return outcomes;
        }
    }
}
