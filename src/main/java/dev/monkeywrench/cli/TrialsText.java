package dev.monkeywrench.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import tools.jackson.databind.JsonNode;

/** Says what the runs behind a verdict showed. */
final class TrialsText {

    private static final int MOST_NAME = 300;

    private TrialsText() {}

    static List<String> of(JsonNode trials) {
        List<String> lines = new ArrayList<>();
        lines.add(String.format(
                Locale.ROOT,
                "Its tests ran %d times, those of the unpatched tree %d times. Confidence %.3f: %s",
                trials.path("runs").asInt(0),
                trials.path("baselineRuns").asInt(0),
                trials.path("confidence").asDouble(0),
                trials.path("firm").asBoolean(false) ? "firm" : "not firm"));
        for (JsonNode test : trials.path("flaky")) {
            lines.add(String.format(
                    Locale.ROOT,
                    "Flaky: %s; before %s, after %s; flake probability %.2f",
                    Inert.line(test.path("test").asString(""), MOST_NAME),
                    ways(test.path("before")),
                    ways(test.path("after")),
                    test.path("flakeProbability").asDouble(0)));
        }
        return lines;
    }

    private static String ways(JsonNode tally) {
        List<String> ways = new ArrayList<>();
        for (String way : List.of("passed", "failed", "errors", "skipped", "absent")) {
            int times = tally.path(way).asInt(0);
            if (times > 0) {
                ways.add(times + " " + way);
            }
        }
        return ways.isEmpty() ? "always the same" : String.join(", ", ways);
    }
}
