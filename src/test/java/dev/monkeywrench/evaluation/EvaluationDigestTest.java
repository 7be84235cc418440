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
    void leavesOutNameAndInstancesAtATime() {
        assertThat(digest("{\"suite\":\"starter\",\"name\":\"a\",\"parallel\":1,\"filter\":null}"))
                .isEqualTo(digest("{\"suite\":\"starter\",\"name\":\"b\",\"parallel\":2}"));
    }

    @Test
    void tellsApartWhatIsAskedFor() {
        assertThat(digest("{\"suite\":{\"instances\":[1,2]}}"))
                .isNotEqualTo(digest("{\"suite\":{\"instances\":[2,1]}}"));
        assertThat(digest("{\"suite\":\"starter\",\"plan\":{}}"))
                .isNotEqualTo(digest("{\"suite\":\"starter\",\"plan\":{\"samples\":1}}"));
        assertThat(digest("{\"suite\":\"starter\",\"budget\":{\"tokens\":1}}"))
                .isNotEqualTo(digest("{\"suite\":\"starter\"}"));
    }
}
