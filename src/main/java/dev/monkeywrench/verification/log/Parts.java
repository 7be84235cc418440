package dev.monkeywrench.verification.log;

import com.google.re2j.Matcher;
import com.google.re2j.Pattern;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.function.UnaryOperator;

/** Cuts logs into the parts that are read. */
final class Parts {

    private static final Pattern COLOURS = Pattern.compile("\\x1b(?:[@-Z\\\\-_]|\\[[0-?]*[ -/]*[@-~])");

    private Parts() {}

    /** Without the escape sequences of terminals. */
    static String plain(String log) {
        return COLOURS.matcher(log).replaceAll("");
    }

    /** What follows each match, up to the next. */
    static Function<String, List<String>> after(Pattern start) {
        return log -> {
            List<String> parts = new ArrayList<>();
            Matcher matcher = start.matcher(log);
            boolean found = matcher.find();
            while (found) {
                int from = matcher.end();
                found = matcher.find();
                parts.add(log.substring(from, found ? matcher.start() : log.length()));
            }
            return parts;
        };
    }

    /** What precedes the first match; all where there is none. */
    static UnaryOperator<String> until(Pattern end) {
        return log -> {
            Matcher matcher = end.matcher(log);
            return matcher.find() ? log.substring(0, matcher.start()) : log;
        };
    }

    /** What follows the last of these; all where there is none. */
    static UnaryOperator<String> afterLast(String start) {
        return log -> {
            int at = log.lastIndexOf(start);
            return at < 0 ? log : log.substring(at + start.length());
        };
    }

    /** What precedes the last of these; all where there is none. */
    static UnaryOperator<String> untilLast(String end) {
        return log -> {
            int at = log.lastIndexOf(end);
            return at < 0 ? log : log.substring(0, at);
        };
    }

    /** Parts that are read as one log. */
    static UnaryOperator<String> joined(Function<String, List<String>> parts, UnaryOperator<String> part) {
        return log -> String.join("\n", parts.apply(log).stream().map(part).toList());
    }
}
