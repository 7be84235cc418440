package dev.monkeywrench.verification.log;

import dev.monkeywrench.verification.TestStatus;
import tools.jackson.core.JacksonException;
import tools.jackson.core.json.JsonReadFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Mocha's JSON, amid other output. A document that cannot be read refuses the log. */
final class MochaJsonGrammar implements LogGrammar {

    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(JsonReadFeature.ALLOW_NON_NUMERIC_NUMBERS)
            .build();

    @Override
    public void read(String log, LogStatuses statuses) {
        int open = log.indexOf('{');
        int close = log.lastIndexOf('}');
        try {
            JsonNode results = JSON.readTree(open < 0 || close < open ? "" : log.substring(open, close + 1));
            boolean complete = putAll(results.path("failures"), TestStatus.FAILED, statuses)
                    && putAll(results.path("passes"), TestStatus.PASSED, statuses);
            if (!complete) {
                statuses.refuse("Mocha's JSON lacks lists of tests with their titles");
            }
        } catch (JacksonException e) {
            statuses.refuse("Mocha's JSON cannot be read");
        }
    }

    private static boolean putAll(JsonNode tests, TestStatus status, LogStatuses statuses) {
        for (JsonNode test : tests) {
            if (!test.path("fullTitle").isString()) {
                return false;
            }
            statuses.put(test.path("fullTitle").stringValue(), status);
        }
        return tests.isArray();
    }
}
