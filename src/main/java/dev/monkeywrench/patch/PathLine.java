package dev.monkeywrench.patch;

import dev.monkeywrench.instance.RepositoryPath;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** A line of a reply that names a file and says nothing else, in any of the forms models write. */
final class PathLine {

    private static final int MOST_CHARACTERS = 500;
    private static final String ORNAMENT = "#*`:'\"/-";
    private static final List<String> WORDS =
            List.of("filename:", "filepath:", "file path:", "file:", "path:", "title=");
    private static final List<String> ROOTS = List.of("./", "/testbed/", "testbed/");

    private PathLine() {}

    /** The path a line names: {@code ### src/a.py}, {@code **`src/a.py`**:}, {@code // src/a.py}. */
    static Optional<RepositoryPath> read(String line) {
        if (line.length() > MOST_CHARACTERS) {
            return Optional.empty();
        }
        String rest = withoutWord(bare(line));
        if (!looksLikePath(rest)) {
            return Optional.empty();
        }
        try {
            return Optional.of(new RepositoryPath(rest));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    /** The path in what follows the opening of a fence: {@code python src/a.py}, {@code python:src/a.py}. */
    static Optional<RepositoryPath> readInfo(String info) {
        if (info.length() > MOST_CHARACTERS) {
            return Optional.empty();
        }
        String last = info.strip();
        last = last.substring(Math.max(last.lastIndexOf(' '), last.lastIndexOf(':')) + 1);
        return last.indexOf('.') > 0 || last.indexOf('/') > 0 ? read(last) : Optional.empty();
    }

    private static String bare(String line) {
        String text = line.strip();
        int end = text.length();
        while (end > 0 && ORNAMENT.indexOf(text.charAt(end - 1)) >= 0) {
            end--;
        }
        int start = 0;
        while (start < end && (ORNAMENT.indexOf(text.charAt(start)) >= 0 || text.charAt(start) == ' ')) {
            start++;
        }
        boolean absolute = start > 0 && text.startsWith("/testbed/", start - 1);
        return text.substring(absolute ? start - 1 : start, end);
    }

    private static String withoutWord(String text) {
        String lower = text.toLowerCase(Locale.ROOT);
        for (String word : WORDS) {
            if (lower.startsWith(word)) {
                return withoutRoot(bare(text.substring(word.length())));
            }
        }
        return withoutRoot(text);
    }

    private static String withoutRoot(String text) {
        for (String root : ROOTS) {
            if (text.startsWith(root)) {
                return text.substring(root.length());
            }
        }
        return text;
    }

    /** A name with blanks would make a path of many a sentence. */
    private static boolean looksLikePath(String text) {
        int dot = text.lastIndexOf('.');
        boolean extension = dot >= 0 && dot < text.length() - 1;
        return (extension || text.indexOf('/') > 0)
                && text.chars().noneMatch(c -> Character.isWhitespace(c) || "<>|?*(){}[],;=`\"".indexOf(c) >= 0);
    }
}
