package dev.monkeywrench.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

class VerifyCommandTest extends CommandFixture {

    @Test
    void verifyJudgesSeveralPredictionsOfOneInstance() throws IOException {
        String file = predictions(
                prediction("one__one-1", "\"good patch\""),
                prediction("one__one-1", "\"bad patch\""),
                prediction("one__one-1", "null"),
                prediction("one__one-1", "\"good patch\""));

        assertThat(run("verify", "--json", "--suite", suite("one__one-1"), "--predictions", file))
                .isZero();

        assertThat(json()).hasSize(2);
        JsonNode done = json().getLast();
        assertThat(done.path("judgements")
                        .valueStream()
                        .map(each -> each.path("verdict").asString()))
                .containsExactly("PASSED", "FAILED", "EMPTY", "PASSED");
        assertThat(done.path("passed").asInt()).isEqualTo(2);
        assertThat(done.path("resolvedInstances").asInt()).isEqualTo(1);
        assertThat(service.requests().getFirst().path("plan").propertyNames()).containsExactly("patches");
    }

    @Test
    void verifyTellsPredictionsWithoutInstance() throws IOException {
        String file = predictions(prediction("one__one-1", "\"good patch\""), prediction("no__no-1", "\"x\""));

        assertThat(run("verify", "--suite", suite("one__one-1"), "--predictions", file))
                .isEqualTo(Exit.ERROR);

        assertThat(notes()).contains("'no__no-1' stands in no usable row");
        assertThat(results()).last().asString().startsWith("passed 1 of 1");
    }

    @Test
    void endedEvaluationIsToldAgainWithoutRunningAgain() throws IOException {
        String file = predictions(prediction("one__one-1", "\"good patch\""));
        run("verify", "--suite", suite("one__one-1"), "--predictions", file);
        out.reset();

        run("verify", "--suite", suite("one__one-1"), "--predictions", file);

        assertThat(service.requests()).hasSize(1);
        assertThat(results()).last().asString().startsWith("passed 1 of 1");
    }

    @Test
    void verdictExplainTellsWhoRanTheTests() throws IOException {
        String file = predictions(prediction("one__one-1", "\"good patch\""), prediction("one__one-1", "null"));
        run("verify", "--suite", suite("one__one-1"), "--predictions", file);
        out.reset();

        assertThat(run("verdict", "explain", "run1", "0")).isZero();
        assertThat(run("verdict", "explain", "run1", "1")).isZero();

        assertThat(results())
                .anySatisfy(line -> assertThat(line).contains("PASSED, from the cache", "run earlier", "03:00:00Z"))
                .anySatisfy(line -> assertThat(line).contains("baseCommit", "abc"))
                .last()
                .asString()
                .isEqualTo("Sample 1 has no verdict: EMPTY");
        assertThat(run("verdict", "explain", "run1", "7")).isEqualTo(Exit.ERROR);
        assertThat(notes()).contains("has no sample 7");
        assertThat(run("verdict", "explain", "run1")).isEqualTo(Exit.USAGE);
    }
}
