package dev.monkeywrench.evaluation;

import static dev.monkeywrench.evaluation.PlanRequests.problems;
import static org.assertj.core.api.Assertions.assertThat;

import dev.monkeywrench.instance.FieldProblem;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is told of requests for plans that are wrong. */
class PlanProblemsTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "\"budget\": 0 | budget",
                "\"budget\": -1 | budget",
                "\"budget\": 1e308 | budget",
                "\"budget\": 1e999 | budget",
                "\"budget\": \"much\" | budget",
                "\"instances\": 0 | instances",
                "\"instances\": 1.5 | instances",
                "\"instances\": 99999999999 | instances",
                "\"untilResolved\": 1 | untilResolved",
                "\"requests\": 10 | atCoverage",
                "\"requests\": 10, \"atCoverage\": 1 | atCoverage",
                "\"colour\": 1 | colour"
            })
    void namesTheFieldThatIsWrong(String field, String name) {
        String request =
                "{\"models\": [{\"name\": \"m\", \"dollarsPerSample\": 1, \"counts\": [[2, 1]]}], " + field + "}";

        assertThat(problems(request)).extracting(FieldProblem::field).containsExactly(name);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "\"dollarsPerSample\": 0, \"beta\": [1, 1] | models[0].dollarsPerSample",
                "\"dollarsPerSample\": 1e-320, \"beta\": [1, 1] | models[0].dollarsPerSample",
                "\"dollarsPerSample\": 1e308, \"beta\": [1, 1] | models[0].dollarsPerSample",
                "\"beta\": [1, 1] | models[0].dollarsPerSample",
                "\"dollarsPerSample\": 1 | models[0]",
                "\"dollarsPerSample\": 1, \"beta\": [1, 1], \"counts\": [[2, 1]] | models[0]",
                "\"dollarsPerSample\": 1, \"beta\": [0, 1] | models[0].beta",
                "\"dollarsPerSample\": 1, \"beta\": [1] | models[0].beta",
                "\"dollarsPerSample\": 1, \"counts\": [[2, 1], [2, 3]] | models[0].counts[1]",
                "\"dollarsPerSample\": 1, \"counts\": [[1, 1]] | models[0].counts",
                "\"dollarsPerSample\": 1, \"counts\": [] | models[0].counts",
                "\"dollarsPerSample\": 1, \"coverage\": [[5, 0.3], [1, 0.1]] | models[0].coverage[1]",
                "\"dollarsPerSample\": 1, \"coverage\": [[1, 0.3], [5, 0.1]] | models[0].coverage[1]",
                "\"dollarsPerSample\": 1, \"coverage\": [[1, 1.3]] | models[0].coverage[0]",
                "\"dollarsPerSample\": 1, \"beforehand\": -1, \"beta\": [1, 1] | models[0].beforehand",
                "\"dollarsPerSample\": 1, \"evaluation\": 7 | models[0].evaluation",
                "\"server\": {}, \"beta\": [1, 1] | models[0].tokensPerSample models[0].server.dollarsPerHour"
                        + " models[0].server.gpus models[0].server.parameters models[0].server.peakFlops"
                        + " models[0].server.utilisation",
                "\"tokensPerSample\": 5, \"dollarsPerSample\": 1, \"beta\": [1, 1] | models[0].server"
            })
    void namesThePartOfTheModelThatIsWrong(String fields, String name) {
        assertThat(problems("{\"instances\": 3, \"models\": [{\"name\": \"m\", " + fields + "}]}"))
                .extracting(FieldProblem::field)
                .containsExactly(name.split(" "));
    }

    @Test
    void refusesANameTwiceAndAMillionModels() {
        String model = "{\"name\": \"m\", \"dollarsPerSample\": 1, \"beta\": [1, 1]}";
        String many = IntStream.range(0, 1_000_000).mapToObj(i -> "0").collect(Collectors.joining(","));

        assertThat(problems("{\"instances\": 3, \"models\": [" + model + "," + model + "]}"))
                .containsExactly(
                        new FieldProblem("models[1].name", "stands twice", "Give each model a name of its own"));
        assertThat(problems("{\"models\": [" + many + "]}"))
                .containsExactly(new FieldProblem("models", "holds 1000000 models", "Send an array of 1 to 50 models"));
    }
}
