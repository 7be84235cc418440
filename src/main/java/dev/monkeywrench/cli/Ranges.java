package dev.monkeywrench.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.DoubleFunction;
import tools.jackson.databind.JsonNode;

/** What an evaluation is expected to take, in words. What nobody knows is called unknown, never nothing. */
final class Ranges {

    private static final String UNKNOWN = "unknown";
    private static final int MINUTE = 60;
    private static final int HOUR = 3600;

    private Ranges() {}

    /** Lines of what a dry run tells. */
    static List<String> lines(JsonNode forecast) {
        JsonNode estimate = forecast.path("estimate");
        List<String> lines = new ArrayList<>();
        lines.add("instances  " + forecast.path("instances").asInt());
        lines.add("time       " + range(estimate.path("seconds"), Ranges::time));
        lines.add("cost       " + range(estimate.path("dollars"), Ranges::dollars));
        lines.add("tokens     " + range(estimate.path("tokens"), Ranges::whole));
        lines.add("from       " + Inert.line(estimate.path("from").asString(UNKNOWN), 400));
        return lines;
    }

    /** The estimate beside what came of it. */
    static String compared(EvaluationStatus status) {
        JsonNode estimate = status.estimate();
        return "estimated: " + range(estimate.path("seconds"), Ranges::time) + ", "
                + range(estimate.path("dollars"), Ranges::dollars) + "; taken: "
                + (status.seconds().isPresent() ? time(status.seconds().getAsDouble()) : UNKNOWN) + ", "
                + Cost.dollars(status.cost());
    }

    private static String range(JsonNode range, DoubleFunction<String> written) {
        if (!range.path("low").isNumber() || !range.path("high").isNumber()) {
            return UNKNOWN;
        }
        return written.apply(range.path("low").asDouble()) + " to "
                + written.apply(range.path("high").asDouble());
    }

    static String time(double seconds) {
        if (seconds < 2 * MINUTE) {
            return String.format(Locale.ROOT, "%.1f s", seconds);
        }
        return seconds < 2 * HOUR
                ? String.format(Locale.ROOT, "%.1f min", seconds / MINUTE)
                : String.format(Locale.ROOT, "%.1f h", seconds / HOUR);
    }

    private static String dollars(double dollars) {
        return String.format(Locale.ROOT, "$%.6f", dollars);
    }

    private static String whole(double number) {
        return String.format(Locale.ROOT, "%.0f", number);
    }
}
