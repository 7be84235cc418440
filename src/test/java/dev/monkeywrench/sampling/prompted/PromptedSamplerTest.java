package dev.monkeywrench.sampling.prompted;

import static org.assertj.core.api.Assertions.assertThat;

import dev.monkeywrench.model.Completion;
import dev.monkeywrench.model.FinishReason;
import dev.monkeywrench.model.GenerationRequest;
import dev.monkeywrench.model.ModelId;
import dev.monkeywrench.sampling.Draw;
import dev.monkeywrench.sampling.DrawOutcome;
import dev.monkeywrench.sampling.Sample;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class PromptedSamplerTest {

    private static final String BLOCK = """
            The operator is wrong.

            ### app.py
            <<<<<<< SEARCH
                return x * 2
            =======
                return x / 2
            >>>>>>> REPLACE
            """;

    private static final String DIFF = """
            diff --git a/app.py b/app.py
            --- a/app.py
            +++ b/app.py
            @@ -1,3 +1,3 @@
             def half(x):
                 # of a number
            -    return x * 2
            +    return x / 2
            """;

    private final ScriptedModel model = new ScriptedModel();

    private Sample sample(Completion completion) throws InterruptedException {
        model.answering(completion);
        DrawOutcome outcome = Asking.of(model).one();
        assertThat(outcome).isInstanceOf(DrawOutcome.Drawn.class);
        return ((DrawOutcome.Drawn) outcome).sample();
    }

    private String drafted(String reply) throws InterruptedException {
        Sample sample = sample(ScriptedModel.stopped(reply));
        assertThat(sample).isInstanceOf(Sample.Drafted.class);
        return ((Sample.Drafted) sample).candidate().patch().unifiedDiff();
    }

    private String malformed(Completion completion) throws InterruptedException {
        Sample sample = sample(completion);
        assertThat(sample).isInstanceOf(Sample.Malformed.class);
        return ((Sample.Malformed) sample).reason();
    }

    @Test
    void makesAPatchOfASearchReplaceBlock() throws InterruptedException {
        assertThat(drafted(BLOCK)).isEqualTo(DIFF);
    }

    @Test
    void makesTheSamePatchOfAUnifiedDiff() throws InterruptedException {
        assertThat(drafted("So:\n```diff\n" + DIFF + "```\n")).isEqualTo(DIFF);
    }

    @Test
    void makesTheSamePatchOfAWholeFile() throws InterruptedException {
        String file = Asking.FILE.replace('*', '/');

        assertThat(drafted("app.py\n```python\n" + file + "```\n")).isEqualTo(DIFF);
    }

    @Test
    void tellsWhereASampleCameFrom() throws InterruptedException {
        String origin = sample(ScriptedModel.stopped(BLOCK)).origin();
        GenerationRequest request = model.requests().getFirst();

        assertThat(origin)
                .contains(
                        "scripted/one",
                        PromptWriter.digest(request.prompt()),
                        "seed " + request.parameters().seed(),
                        "temperature 0.8",
                        "server 1.0");
    }

    @Test
    void takesAReplyThatWasCutForMalformedEvenWhereItsBlocksAreWhole() throws InterruptedException {
        assertThat(malformed(new Completion(BLOCK, FinishReason.LENGTH))).contains("1024 tokens");
    }

    @Test
    void takesAWithheldReplyForMalformed() throws InterruptedException {
        assertThat(malformed(new Completion("", FinishReason.CONTENT_FILTER))).contains("content filter");
    }

    @Test
    void takesProseForMalformed() throws InterruptedException {
        assertThat(malformed(ScriptedModel.stopped("Divide instead of multiplying.")))
                .contains("SEARCH/REPLACE");
    }

    @Test
    void takesABlockThatChangesNothingForEmpty() throws InterruptedException {
        assertThat(sample(ScriptedModel.stopped(BLOCK.replace("x / 2", "x * 2"))))
                .isInstanceOf(Sample.Empty.class);
    }

    @Test
    void namesTheNearestLinesWhereTheSearchedAreNotThere() throws InterruptedException {
        String reply = BLOCK.replace("    return x * 2\n", "    # of a number\n    return 2 * x\n");

        assertThat(malformed(ScriptedModel.stopped(reply)))
                .contains("app.py", "nearest lines, 2 to 3", "return x * 2", "return 2 * x");
    }

    @Test
    void passesAnUnavailableServerOn() throws InterruptedException {
        model.failing(true, "The server is busy").failing(false, "The key is refused");

        assertThat(Asking.of(model).one())
                .isEqualTo(new DrawOutcome.Unavailable(Asking.draw(0, 0), true, "The server is busy"));
        assertThat(Asking.of(model).one())
                .isEqualTo(new DrawOutcome.Unavailable(Asking.draw(0, 0), false, "The key is refused"));
    }

    @Test
    void takesAnAnswerWithoutAChoiceForUnavailable() throws InterruptedException {
        model.answering();

        assertThat(Asking.of(model).one())
                .isInstanceOfSatisfying(
                        DrawOutcome.Unavailable.class,
                        fault -> assertThat(fault.retryable()).isTrue());
    }

    @Test
    void drawsWithoutAModelAreUnavailableForGood() throws InterruptedException {
        Optional<ModelId> unknown = Optional.of(new ModelId("elsewhere/one"));
        for (Optional<ModelId> id : List.of(unknown, Optional.<ModelId>empty())) {
            DrawOutcome outcome = Asking.of(model)
                    .source(Asking.arm("cold", id))
                    .draw(List.of(Asking.draw(0, 0)))
                    .getFirst();

            assertThat(outcome)
                    .isInstanceOfSatisfying(
                            DrawOutcome.Unavailable.class,
                            fault -> assertThat(fault.retryable()).isFalse());
        }
        assertThat(model.requests()).isEmpty();
    }

    @Test
    void asksForNeighbouringDrawsInOneCall() throws InterruptedException {
        model.answering(ScriptedModel.stopped(BLOCK), ScriptedModel.stopped("prose"));
        List<Draw> draws = List.of(Asking.draw(4, 0), Asking.draw(6, 1));

        List<DrawOutcome> outcomes = Asking.of(model).source(Asking.arm()).draw(draws);

        assertThat(outcomes).extracting(DrawOutcome::draw).containsExactlyElementsOf(draws);
        assertThat(model.requests()).hasSize(1);
        assertThat(model.requests().getFirst().choices()).isEqualTo(2);
        assertThat(model.requests().getFirst().label()).isEqualTo("draw-4");
    }

    @Test
    void asksAgainForChoicesTheServerLeftOut() throws InterruptedException {
        model.answering(ScriptedModel.stopped(BLOCK)).answering(ScriptedModel.stopped("prose"));
        List<Draw> draws = List.of(Asking.draw(4, 0), Asking.draw(6, 1));

        List<DrawOutcome> outcomes = Asking.of(model).source(Asking.arm()).draw(draws);

        assertThat(outcomes).extracting(DrawOutcome::draw).containsExactlyElementsOf(draws);
        assertThat(model.requests()).extracting(GenerationRequest::label).containsExactly("draw-4", "draw-6");
        assertThat(seeds()).containsExactly(seeds().getFirst(), seeds().getFirst() + 1);
    }

    @Test
    void drawsWithGapsAreCallsOfTheirOwnWithSeedsOfTheirOwn() throws InterruptedException {
        model.answering(ScriptedModel.stopped(BLOCK)).answering(ScriptedModel.stopped(BLOCK));

        Asking.of(model).source(Asking.arm()).draw(List.of(Asking.draw(0, 0), Asking.draw(9, 5)));

        assertThat(model.requests()).extracting(GenerationRequest::label).containsExactly("draw-0", "draw-9");
        assertThat(seeds()).containsExactly(seeds().getFirst(), seeds().getFirst() + 5);
    }

    @Test
    void drawsTheSameAgainWithTheSameSeedAndOthersWithAnother() throws InterruptedException {
        for (long seed : new long[] {7, 7, 8}) {
            model.answering(ScriptedModel.stopped(BLOCK));
            Asking.of(model).seeded(seed).one();
        }

        assertThat(seeds().get(1)).isEqualTo(seeds().getFirst());
        assertThat(seeds().get(2)).isNotEqualTo(seeds().getFirst());
        assertThat(seeds()).allMatch(seed -> seed >= 0);
    }

    private List<Integer> seeds() {
        return model.requests().stream()
                .map(request -> request.parameters().seed())
                .toList();
    }
}
