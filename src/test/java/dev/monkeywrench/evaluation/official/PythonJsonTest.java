package dev.monkeywrench.evaluation.official;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The expected texts are what {@code json.dumps} of Python 3.11 prints. */
class PythonJsonTest {

    private static final JsonNode VALUE = JsonMapper.shared()
            .readTree(
                    "{\"a\": [1, true, null, []], \"b\": {}, \"c\\u00e9\": \"\\ud83d\\ude00\\u007f\\u0001\\n\\\\/\\\"\"}");

    @Test
    void indentsByFour() {
        assertThat(PythonJson.indented(VALUE)).isEqualTo("""
                {
                    "a": [
                        1,
                        true,
                        null,
                        []
                    ],
                    "b": {},
                    "c\\u00e9": "\\ud83d\\ude00\\u007f\\u0001\\n\\\\/\\""
                }""");
    }

    @Test
    void writesOneLineWithBlanksBehindCommasAndColons() {
        assertThat(PythonJson.line(VALUE))
                .isEqualTo("{\"a\": [1, true, null, []], \"b\": {}, \"c\\u00e9\":"
                        + " \"\\ud83d\\ude00\\u007f\\u0001\\n\\\\/\\\"\"}");
    }

    @Test
    void leavesCharactersAsTheyAreWhereAsciiIsNotAskedFor() {
        assertThat(new PythonJson(0, false).write(VALUE)).contains("\"cé\": \"\ud83d\ude00\u007f\\u0001");
    }
}
