package dev.monkeywrench.evaluation;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

class EvaluationDigestTest {

    private static String digest(String request) {
        return EvaluationDigest.of(new JsonMapper().readTree(request));
    }

    @Test
    void isTheSameWhateverTheOrderOfFields() {
        assertThat(
                        digest(
                                "{\"suite\":{\"instances\":[{\"a\":{\"x\":1,\"y\":2},\"b\":2}]},\"plan\":{\"samples\":3,\"seed\":1}}"))
                .isEqualTo(
                        digest(
                                "{\"plan\":{\"seed\":1,\"samples\":3},\"suite\":{\"instances\":[{\"b\":2,\"a\":{\"y\":2,\"x\":1}}]}}"));
    }

    @Test
    void leavesOutWhatCanBeChanged() {
        assertThat(
                        digest(
                                "{\"suite\":\"starter\",\"name\":\"a\",\"parallel\":1,\"filter\":null,\"budget\":{\"tokens\":1}}"))
                .isEqualTo(digest("{\"suite\":\"starter\",\"name\":\"b\",\"parallel\":2}"));
    }

    @Test
    void tellsApartWhatIsAskedFor() {
        assertThat(digest("{\"suite\":{\"instances\":[1,2]}}"))
                .isNotEqualTo(digest("{\"suite\":{\"instances\":[2,1]}}"));
        assertThat(digest("{\"suite\":\"starter\",\"plan\":{}}"))
                .isNotEqualTo(digest("{\"suite\":\"starter\",\"plan\":{\"samples\":1}}"));
    }

    /** What was kept while the budget was a part is found again: SHA-256 of the form that is digested. */
    @Test
    void isTheSameAsWhenTheBudgetWasAPart() {
        assertThat(digest("{\"suite\":\"starter\"}"))
                .isEqualTo("837613e20ab72155397d40b1f811974a3cbf2f3668edaf11a10b6c075ce63215");
    }
}
