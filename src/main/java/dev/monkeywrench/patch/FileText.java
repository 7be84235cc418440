package dev.monkeywrench.patch;

import java.util.ArrayList;
import java.util.List;

/** Puts lines together to the text of a file, in that file's own way of ending lines. */
final class FileText {

    private FileText() {}

    /** How most lines of the file end. */
    static String terminator(List<String> file) {
        long windows = file.stream().filter(line -> line.endsWith("\r\n")).count();
        return windows * 2 > file.size() ? "\r\n" : "\n";
    }

    /** The lines, all ending in that way. */
    static List<String> ended(List<String> lines, String terminator) {
        return lines.stream().map(line -> Lines.content(line) + terminator).toList();
    }

    /** The file with a run of its lines replaced; a last line without terminator stays so. */
    static String splice(List<String> file, int from, int to, List<String> replacement) {
        List<String> lines = new ArrayList<>(file.subList(0, from));
        lines.addAll(replacement);
        lines.addAll(file.subList(to, file.size()));
        boolean unended = !file.isEmpty() && !file.getLast().endsWith("\n");
        boolean endReplaced = to == file.size() && !replacement.isEmpty();
        if (unended && endReplaced) {
            lines.set(lines.size() - 1, Lines.content(lines.getLast()));
        }
        return joined(lines, terminator(file));
    }

    /** Every line but the last one has an end. */
    static String joined(List<String> lines, String terminator) {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < lines.size(); i++) {
            text.append(lines.get(i));
            if (i < lines.size() - 1 && !lines.get(i).endsWith("\n")) {
                text.append(terminator);
            }
        }
        return text.toString();
    }
}
