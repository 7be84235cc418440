package dev.monkeywrench.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

class EvaluateCommandTest extends CommandFixture {

    @Test
    void evaluatePrintsALineAnInstanceAndATotal() throws IOException {
        assertThat(run("evaluate", "--suite", suite("one__one-1", "two__two-2")))
                .isZero();

        assertThat(results())
                .anySatisfy(line -> assertThat(line).contains("one__one-1", "resolved", " 12 "))
                .anySatisfy(line -> assertThat(line).contains("two__two-2", "not resolved", ">12"))
                .last()
                .asString()
                .startsWith("resolved 1 of 2 (50.0 %)");
    }

    @Test
    void evaluateEndsWithOneHundredBelowTheLimit() throws IOException {
        String suite = suite("one__one-1", "two__two-2");

        assertThat(run("evaluate", "--suite", suite, "--fail-under", "0.6")).isEqualTo(100);
        assertThat(run("evaluate", "--suite", suite, "--fail-under", "0.5")).isZero();
    }

    @Test
    void evaluateKeepsRefusedInstancesInTheDenominator() throws IOException {
        run("evaluate", "--json", "--suite", suite("one__one-1", "refused__refused-2"));

        JsonNode done = json().getLast();
        assertThat(done.path("instances").asInt()).isEqualTo(2);
        assertThat(done.path("notJudged").asInt()).isEqualTo(1);
        assertThat(done.path("share").asDouble()).isEqualTo(0.5);
        assertThat(notes()).contains("base_commit is not there");
    }

    @Test
    void evaluateRunsOnlyWhatIsAsked() throws IOException {
        String suite = suite("one__one-1", "two__two-2", "three__three-3");

        run("evaluate", "--suite", suite, "--only", "^t", "--limit", "1");
        run("evaluate", "--suite", suite, "-i", "three__three-3");

        assertThat(service.requests())
                .extracting(
                        request -> request.path("instance").path("instance_id").asString())
                .containsExactly("two__two-2", "three__three-3");
    }

    @Test
    void evaluateRunsGoodLinesAndFailsForBadOnes() throws IOException {
        Path suite = Path.of(suite("one__one-1"));
        Files.writeString(suite, Files.readString(suite) + "{\"instance_id\": 7\n");

        assertThat(run("evaluate", "--suite", suite.toString())).isEqualTo(Exit.ERROR);

        assertThat(notes()).contains("suite.jsonl:2: the line is not JSON");
        assertThat(results()).last().asString().startsWith("resolved 1 of 1");
    }

    @Test
    void freshVerdictsAreAskedForInThePlan() throws IOException {
        String suite = suite("one__one-1");
        String file = predictions(prediction("one__one-1", "\"good patch\""));

        run("evaluate", "--suite", suite);
        run("evaluate", "--suite", suite, "--fresh-verdicts");
        run("verify", "--suite", suite, "--predictions", file, "--fresh-verdicts");

        assertThat(service.requests())
                .extracting(request -> request.path("plan").path("verdicts").asString(""))
                .containsExactly("", "fresh", "fresh");
    }

    @Test
    void sameCommandGoesOnWithTheSameEvaluation() throws IOException {
        String suite = suite("one__one-1", "two__two-2");
        run("evaluate", "--suite", suite);
        service.evaluations().reopen();
        out.reset();

        assertThat(run("evaluate", "--suite", suite, "-j", "3", "--retry-errors"))
                .isZero();

        assertThat(service.evaluations().all()).hasSize(1);
        assertThat(service.evaluations().actions()).containsExactly("retry evaluation0");
        assertThat(notes()).contains("going on with evaluation evaluation0");
        assertThat(results()).last().asString().startsWith("resolved 1 of 2 (50.0 %)");
    }

    @Test
    void redoAndAnotherPlanStartOver() throws IOException {
        String suite = suite("one__one-1");
        run("evaluate", "--suite", suite);
        run("evaluate", "--suite", suite, "--redo");
        run("evaluate", "--suite", suite, "--samples", "7");

        assertThat(service.evaluations().all()).hasSize(3);
    }

    @Test
    void dryRunTellsRangesAndRunsNothing() throws IOException {
        Path none = folder.resolve("none");
        assertThat(run("evaluate", "--suite", suite("one__one-1"), "--dry-run", "--output", none.toString()))
                .isZero();

        assertThat(results())
                .anySatisfy(line -> assertThat(line).startsWith("time").endsWith("30.0 s to 90.0 s"))
                .anySatisfy(line -> assertThat(line).startsWith("cost").endsWith("unknown"))
                .anySatisfy(line -> assertThat(line).endsWith("3 instances"));
        assertThat(service.requests()).isEmpty();
        assertThat(none).doesNotExist();
    }

    @Test
    void endSetsTheEstimateBesideTheBill() throws IOException {
        run("evaluate", "--suite", suite("one__one-1"));

        assertThat(notes()).contains("estimated: 30.0 s to 90.0 s, unknown; taken: 42.5 s, unknown");
    }

    @Test
    void terminalGetsABarAndNoneIsLeftBeforeAResult() throws IOException {
        run(Map.of("MONKEYWRENCH_TERMINAL", "err"), "evaluate", "--suite", suite("one__one-1", "two__two-2"));

        assertThat(notes())
                .contains("\r[########################] done 2/2, resolved 0, cost unknown, time left unknown");
        assertThat(notes().lines().filter(line -> line.startsWith("estimated"))).hasSize(1);
    }

    @Test
    void howManyAtATimeIsLeftToTheServiceUnlessSaid() throws IOException {
        run("evaluate", "--suite", suite("one__one-1"));

        assertThat(service.evaluations().all().getFirst().path("request").has("parallel"))
                .isFalse();
    }

    @Test
    void budgetIsOfTheWholeEvaluation() throws IOException {
        run("evaluate", "--suite", suite("one__one-1"), "--max-cost", "2.5", "--max-tokens", "1000", "-j", "4");

        JsonNode request = service.evaluations().all().getFirst().path("request");
        assertThat(request.path("budget").toString()).isEqualTo("{\"dollars\":2.5,\"tokens\":1000}");
        assertThat(request.path("parallel").asInt()).isEqualTo(4);
        assertThat(run("evaluate", "--suite", suite("one__one-1"), "-j", "0")).isEqualTo(Exit.USAGE);
    }
}
