package dev.monkeywrench.verification.log;

import com.google.re2j.Matcher;
import com.google.re2j.Pattern;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeSet;

/**
 * Elements without attributes that a browser prints amid a log. The harness removes them with a pattern that refers to
 * itself, over and over; counting tags does the same in one pass. Tags that only the removal of others would make are
 * not seen.
 */
final class MarkupBlocks {

    private static final Pattern TAG = PythonPattern.compile("<(/?)(\\w+)>");

    private final String log;
    private final Map<String, TreeSet<Integer>> opening = new HashMap<>();
    private final Map<String, TreeSet<Integer>> closing = new HashMap<>();

    private MarkupBlocks(String log) {
        this.log = log;
        Matcher tag = TAG.matcher(log);
        while (tag.find()) {
            Map<String, TreeSet<Integer>> tags = tag.group(1).isEmpty() ? opening : closing;
            tags.computeIfAbsent(tag.group(2), name -> new TreeSet<>()).add(tag.start());
        }
    }

    static String removed(String log) {
        return new MarkupBlocks(log).removed();
    }

    private String removed() {
        StringBuilder kept = new StringBuilder(log.length());
        Matcher tag = TAG.matcher(log);
        int from = 0;
        while (from <= log.length() && tag.find(from)) {
            kept.append(log, from, tag.start());
            from = tag.group(1).isEmpty() ? element(tag.group(2), tag.start(), kept) : literally(tag, kept);
        }
        return kept.append(log, Math.min(from, log.length()), log.length()).toString();
    }

    private static int literally(Matcher tag, StringBuilder kept) {
        kept.append(tag.group());
        return tag.end();
    }

    /** Its end, or that of the last part of it that has one; what stays open is kept. */
    private int element(String name, int start, StringBuilder kept) {
        String tag = "<" + name + ">";
        TreeSet<Integer> openings = opening.getOrDefault(name, new TreeSet<>());
        TreeSet<Integer> closings = closing.getOrDefault(name, new TreeSet<>());
        int end = start + tag.length();
        int depth = 1;
        Integer close = closings.ceiling(end);
        while (depth > 0 && close != null) {
            depth += openings.subSet(end, close).size() - 1;
            end = close + tag.length() + 1;
            close = closings.ceiling(end);
        }
        kept.append(tag.repeat(depth));
        return end;
    }
}
