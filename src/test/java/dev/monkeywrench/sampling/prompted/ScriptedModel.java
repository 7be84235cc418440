package dev.monkeywrench.sampling.prompted;

import dev.monkeywrench.model.Completion;
import dev.monkeywrench.model.FinishReason;
import dev.monkeywrench.model.Generation;
import dev.monkeywrench.model.GenerationRequest;
import dev.monkeywrench.model.LanguageModel;
import dev.monkeywrench.model.LanguageModels;
import dev.monkeywrench.model.ModelId;
import dev.monkeywrench.model.TokenUsage;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;

/** A model that gives the answers it was told, in order, and keeps what it was asked. The only model there is. */
final class ScriptedModel implements LanguageModel, LanguageModels {

    static final ModelId ID = new ModelId("scripted/one");

    private final Deque<Generation> answers = new ArrayDeque<>();
    private final List<GenerationRequest> requests = new ArrayList<>();

    static Completion stopped(String text) {
        return new Completion(text, FinishReason.STOP);
    }

    ScriptedModel answering(Completion... completions) {
        answers.add(new Generation.Completed(
                List.of(completions), TokenUsage.of(10, 5), Duration.ZERO, Duration.ZERO, "server 1.0"));
        return this;
    }

    ScriptedModel failing(boolean retryable, String message) {
        answers.add(new Generation.Unavailable(retryable, message, TokenUsage.unknown(), Duration.ZERO));
        return this;
    }

    List<GenerationRequest> requests() {
        return List.copyOf(requests);
    }

    @Override
    public Generation generate(GenerationRequest request) {
        requests.add(request);
        return answers.remove();
    }

    @Override
    public ModelId id() {
        return ID;
    }

    @Override
    public Optional<LanguageModel> find(ModelId id) {
        return id.equals(ID) ? Optional.of(this) : Optional.empty();
    }

    @Override
    public List<ModelId> ids() {
        return List.of(ID);
    }
}
