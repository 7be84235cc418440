package dev.monkeywrench.sampling.mutation;

import dev.monkeywrench.context.FaultEvidence;
import dev.monkeywrench.instance.CommitId;
import dev.monkeywrench.instance.Environment;
import dev.monkeywrench.instance.Instance;
import dev.monkeywrench.instance.InstanceId;
import dev.monkeywrench.instance.ProblemStatement;
import dev.monkeywrench.instance.RepositoryPath;
import dev.monkeywrench.instance.RepositoryRef;
import dev.monkeywrench.instance.VisibleTests;
import dev.monkeywrench.model.LanguageModel;
import dev.monkeywrench.model.LanguageModels;
import dev.monkeywrench.model.ModelId;
import dev.monkeywrench.patch.Patch;
import dev.monkeywrench.patch.Patches;
import dev.monkeywrench.sampling.Arm;
import dev.monkeywrench.sampling.Draw;
import dev.monkeywrench.sampling.DrawOutcome;
import dev.monkeywrench.sampling.Sample;
import dev.monkeywrench.sampling.SampleSource;
import dev.monkeywrench.sampling.SamplingBrief;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Draws from the mutation sampler, as a run would. */
record Drawing(Map<String, String> files, String statement, FaultEvidence evidence, long seed) {

    private static final Arm ARM = new Arm("mutation", MutationSamplers.NAME, Optional.empty(), 0, 1);

    static Drawing of(String path, String text) {
        return new Drawing(Map.of(path, text), "", FaultEvidence.none(), 1);
    }

    Drawing stated(String other) {
        return new Drawing(files, other, evidence, seed);
    }

    Drawing evident(FaultEvidence other) {
        return new Drawing(files, statement, other, seed);
    }

    Drawing seeded(long other) {
        return new Drawing(files, statement, evidence, other);
    }

    SampleSource source() throws InterruptedException {
        Instance instance = new Instance(
                new InstanceId("test-1"),
                new RepositoryRef.Local(Path.of("/repository")),
                new CommitId("0".repeat(40)),
                new ProblemStatement(statement),
                new Environment.Unstated(),
                VisibleTests.none());
        return MutationSamplers.create()
                .prepare(
                        new SamplingBrief(instance, new InMemoryWorkspace(files), evidence, new NoModels(), seed), ARM);
    }

    static Draw draw(int ordinal) {
        return new Draw(ordinal, ARM, ordinal, 1);
    }

    /** The first candidates, at most so many. */
    List<Sample.Drafted> first(int count) throws InterruptedException {
        SampleSource source = source();
        List<Sample.Drafted> drafted = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            DrawOutcome outcome = source.draw(List.of(draw(i))).getFirst();
            if (outcome instanceof DrawOutcome.Drawn drawn && drawn.sample() instanceof Sample.Drafted sample) {
                drafted.add(sample);
            }
        }
        return drafted;
    }

    /** The candidates that change the one file to the given text. */
    boolean finds(String path, String fixed, int within) throws InterruptedException {
        Patch wanted = Patches.between(new RepositoryPath(path), files.getOrDefault(path, ""), fixed);
        return first(within).stream()
                .anyMatch(sample -> sample.candidate().digest().equals(wanted.digest()));
    }

    private record NoModels() implements LanguageModels {

        @Override
        public Optional<LanguageModel> find(ModelId id) {
            return Optional.empty();
        }

        @Override
        public List<ModelId> ids() {
            return List.of();
        }
    }
}
