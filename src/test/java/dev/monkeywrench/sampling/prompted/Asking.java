package dev.monkeywrench.sampling.prompted;

import dev.monkeywrench.context.FaultEvidence;
import dev.monkeywrench.context.Tokenizer;
import dev.monkeywrench.context.Tokenizers;
import dev.monkeywrench.context.lucene.LuceneRetrievers;
import dev.monkeywrench.instance.CommitId;
import dev.monkeywrench.instance.Environment;
import dev.monkeywrench.instance.Instance;
import dev.monkeywrench.instance.InstanceId;
import dev.monkeywrench.instance.ProblemStatement;
import dev.monkeywrench.instance.RepositoryRef;
import dev.monkeywrench.instance.VisibleTests;
import dev.monkeywrench.model.LanguageModels;
import dev.monkeywrench.model.ModelId;
import dev.monkeywrench.model.ModelWindow;
import dev.monkeywrench.sampling.Arm;
import dev.monkeywrench.sampling.Draw;
import dev.monkeywrench.sampling.DrawOutcome;
import dev.monkeywrench.sampling.SampleSource;
import dev.monkeywrench.sampling.SamplingBrief;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A problem of one file, and a model asked about it. */
record Asking(String statement, FaultEvidence evidence, LanguageModels models, long seed) {

    static final String FILE = "def half(x):\n    # of a number\n    return x * 2\n";
    static final ModelWindow WINDOW = new ModelWindow(8192, 1024);

    static Asking of(LanguageModels models) {
        return new Asking("half doubles", FaultEvidence.none(), models, 7);
    }

    Asking stated(String other) {
        return new Asking(other, evidence, models, seed);
    }

    Asking evident(FaultEvidence other) {
        return new Asking(statement, other, models, seed);
    }

    Asking seeded(long other) {
        return new Asking(statement, evidence, models, other);
    }

    SampleSource source(Arm arm) throws InterruptedException {
        Tokenizer tokenizer = Tokenizers.estimated();
        return PromptedSamplers.create(
                        LuceneRetrievers.create(tokenizer, 1),
                        tokenizer,
                        id -> id.equals(ScriptedModel.ID) ? Optional.of(WINDOW) : Optional.empty(),
                        PromptedOptions.usual())
                .prepare(
                        new SamplingBrief(
                                instance(), new InMemoryWorkspace(Map.of("app.py", FILE)), evidence, models, seed),
                        arm);
    }

    private Instance instance() {
        return new Instance(
                new InstanceId("test-1"),
                new RepositoryRef.Local(Path.of("/repository")),
                new CommitId("0".repeat(40)),
                new ProblemStatement(statement),
                new Environment.Unstated(),
                VisibleTests.none());
    }

    static Arm arm(String name, Optional<ModelId> model) {
        return new Arm(name, PromptedSamplers.NAME, model, 0.8, 1);
    }

    static Arm arm() {
        return arm("hot", Optional.of(ScriptedModel.ID));
    }

    static Draw draw(int sampleIndex, int ordinal) {
        return new Draw(sampleIndex, arm(), ordinal, 1);
    }

    DrawOutcome one() throws InterruptedException {
        return source(arm()).draw(List.of(draw(0, 0))).getFirst();
    }
}
