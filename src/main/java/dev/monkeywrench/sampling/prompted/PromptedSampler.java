package dev.monkeywrench.sampling.prompted;

import dev.monkeywrench.model.LanguageModel;
import dev.monkeywrench.model.ModelId;
import dev.monkeywrench.model.ModelWindow;
import dev.monkeywrench.model.ModelWindows;
import dev.monkeywrench.model.Prompt;
import dev.monkeywrench.model.SamplingParameters;
import dev.monkeywrench.sampling.Arm;
import dev.monkeywrench.sampling.DrawOutcome;
import dev.monkeywrench.sampling.SampleSource;
import dev.monkeywrench.sampling.Sampler;
import dev.monkeywrench.sampling.SamplingBrief;
import java.util.List;
import java.util.Optional;

/** Writes one prompt a run and draws from it. */
final class PromptedSampler implements Sampler {

    private final PromptWriter writer;
    private final ModelWindows windows;
    private final PromptedOptions options;

    PromptedSampler(PromptWriter writer, ModelWindows windows, PromptedOptions options) {
        this.writer = writer;
        this.windows = windows;
        this.options = options;
    }

    @Override
    public String name() {
        return PromptedSamplers.NAME;
    }

    @Override
    public SampleSource prepare(SamplingBrief brief, Arm arm) {
        Optional<LanguageModel> model = arm.model().flatMap(id -> brief.models().find(id));
        Optional<ModelWindow> window = arm.model().flatMap(windows::window);
        if (model.isEmpty() || window.isEmpty()) {
            return nothing(arm.model());
        }
        Prompt prompt = writer.write(brief, window.get().promptTokens());
        SamplingParameters parameters = new SamplingParameters(
                arm.temperature(),
                options.topP(),
                options.topK(),
                options.minP(),
                firstSeed(brief, arm),
                window.get().contextLength(),
                window.get().maxTokens(),
                List.of());
        return new PromptedSource(
                model.get(), prompt, parameters, new ReplyReader(new WorkspaceTree(brief.workspace())));
    }

    /** Draw i of an arm has this seed + i: so neighbouring draws can be choices of one call. */
    private static int firstSeed(SamplingBrief brief, Arm arm) {
        long mixed = (brief.seed() ^ arm.name().hashCode()) * 0x9E3779B97F4A7C15L;
        return (int) (mixed >>> 33);
    }

    private static SampleSource nothing(Optional<ModelId> id) {
        String message = id.map(known -> "No model server is configured for model '" + known
                        + "'; set monkeywrench.model.servers.<name>, or name a model as <server>/<model>")
                .orElse("The sampler 'prompted' asks a model; name one in the plan, as in 'ollama/qwen3-coder:30b'");
        return draws -> draws.stream()
                .<DrawOutcome>map(draw -> new DrawOutcome.Unavailable(draw, false, message))
                .toList();
    }
}
