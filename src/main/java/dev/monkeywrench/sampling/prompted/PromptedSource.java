package dev.monkeywrench.sampling.prompted;

import dev.monkeywrench.model.Completion;
import dev.monkeywrench.model.Generation;
import dev.monkeywrench.model.GenerationRequest;
import dev.monkeywrench.model.LanguageModel;
import dev.monkeywrench.model.Prompt;
import dev.monkeywrench.model.SamplingParameters;
import dev.monkeywrench.sampling.Draw;
import dev.monkeywrench.sampling.DrawOutcome;
import dev.monkeywrench.sampling.SampleSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Draws from one prompt. The seed of a draw follows from its ordinal, so that draws with neighbouring ordinals are the
 * choices of one call, and the same draw asks the same again whatever it is drawn together with.
 */
final class PromptedSource implements SampleSource {

    private final LanguageModel model;
    private final Prompt prompt;
    private final SamplingParameters parameters;
    private final ReplyReader reader;
    private final String promptDigest;

    PromptedSource(LanguageModel model, Prompt prompt, SamplingParameters parameters, ReplyReader reader) {
        this.model = model;
        this.prompt = prompt;
        this.parameters = parameters;
        this.reader = reader;
        this.promptDigest = PromptWriter.digest(prompt);
    }

    @Override
    public List<DrawOutcome> draw(List<Draw> draws) throws InterruptedException {
        List<DrawOutcome> outcomes = new ArrayList<>();
        while (outcomes.size() < draws.size()) {
            outcomes.addAll(call(neighbours(draws.subList(outcomes.size(), draws.size()))));
        }
        return outcomes;
    }

    /** As many of the first draws as have ordinals without a gap. */
    private static List<Draw> neighbours(List<Draw> draws) {
        int end = 1;
        while (end < draws.size()
                && draws.get(end).ordinal() == draws.get(end - 1).ordinal() + 1) {
            end++;
        }
        return draws.subList(0, end);
    }

    /** Outcomes of at least one draw; those a server leaves out by giving fewer choices are asked for again. */
    private List<DrawOutcome> call(List<Draw> draws) throws InterruptedException {
        SamplingParameters seeded =
                parameters.withSeed(parameters.seed() + draws.getFirst().ordinal());
        String label = draws.getFirst().label();
        Generation generation = model.generate(new GenerationRequest(prompt, seeded, draws.size(), label));
        return switch (generation) {
            case Generation.Completed done -> outcomes(draws, seeded, done);
            case Generation.Unavailable fault -> unavailable(draws, fault.retryable(), fault.message());
        };
    }

    private List<DrawOutcome> outcomes(List<Draw> draws, SamplingParameters seeded, Generation.Completed done) {
        if (done.completions().isEmpty()) {
            return unavailable(
                    draws, true, "Model " + model.id() + " answered without a choice; look at its server's log");
        }
        List<DrawOutcome> outcomes = new ArrayList<>();
        int usable = Math.min(draws.size(), done.completions().size());
        for (int i = 0; i < usable; i++) {
            Completion completion = done.completions().get(i);
            String origin = origin(seeded.withSeed(seeded.seed() + i), done.server());
            outcomes.add(new DrawOutcome.Drawn(reader.read(draws.get(i), completion, parameters.maxTokens(), origin)));
        }
        return outcomes;
    }

    private String origin(SamplingParameters drawn, String server) {
        return String.format(
                Locale.ROOT,
                "%s, prompt %s (%s), seed %d, temperature %s, %s",
                model.id(),
                promptDigest,
                PromptWriter.VERSION,
                drawn.seed(),
                drawn.temperature(),
                server);
    }

    private static List<DrawOutcome> unavailable(List<Draw> draws, boolean retryable, String message) {
        return draws.stream()
                .<DrawOutcome>map(draw -> new DrawOutcome.Unavailable(draw, retryable, message))
                .toList();
    }
}
