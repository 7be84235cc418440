package dev.monkeywrench.patch;

import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;

/** Texts that are awkward to compare: few distinct lines, mixed terminators, none at the end. */
final class RandomTexts {

    private static final List<String> WORDS =
            List.of("", "x = 1", "    return x", "}", "=======", "--- a/b", "+++ c", "@@ -1 +1 @@", "\\ No", " ", "\t");

    private final RandomGenerator random;

    RandomTexts(RandomGenerator random) {
        this.random = random;
    }

    String text() {
        return joined(lines(random.nextInt(40)));
    }

    /** The text with some lines removed, put in or changed. */
    String changed(String text) {
        List<String> lines = new ArrayList<>(Lines.of(text));
        int changes = random.nextInt(6);
        for (int i = 0; i < changes; i++) {
            int at = random.nextInt(lines.size() + 1);
            if (random.nextBoolean() && at < lines.size()) {
                lines.remove(at);
            } else {
                lines.add(at, line());
            }
        }
        return joined(lines);
    }

    private List<String> lines(int count) {
        List<String> lines = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            lines.add(line());
        }
        return lines;
    }

    private String line() {
        String word = random.nextInt(3) == 0 ? "line " + random.nextInt(1000) : WORDS.get(random.nextInt(WORDS.size()));
        return word + (random.nextInt(8) == 0 ? "\r\n" : "\n");
    }

    private String joined(List<String> lines) {
        StringBuilder text = new StringBuilder();
        for (String line : lines) {
            text.append(line.endsWith("\n") ? line : line + "\n");
        }
        if (random.nextInt(4) == 0 && !text.isEmpty()) {
            text.setLength(text.length() - 1);
        }
        return text.toString();
    }
}
