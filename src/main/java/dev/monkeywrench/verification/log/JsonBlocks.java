package dev.monkeywrench.verification.log;

import java.util.ArrayList;
import java.util.List;

/** JSON that a browser prints amid a log, told by the brackets at the ends of its lines. */
final class JsonBlocks {

    private JsonBlocks() {}

    static String removed(String log) {
        List<String> kept = new ArrayList<>();
        boolean inObject = false;
        boolean inArray = false;
        for (String line : log.split("\n", -1)) {
            String text = Words.stripEnd(line);
            if (text.endsWith("{")) {
                inObject = true;
            } else if (text.endsWith("[")) {
                inArray = true;
            } else if (text.equals("}") && inObject) {
                inObject = false;
            } else if (text.equals("]") && inArray) {
                inArray = false;
            } else if (!inObject && !inArray && !isWhole(text)) {
                kept.add(line);
            }
        }
        return String.join("\n", kept);
    }

    private static boolean isWhole(String text) {
        return (text.startsWith("{") && text.endsWith("}")) || (text.startsWith("[") && text.endsWith("]"));
    }
}
