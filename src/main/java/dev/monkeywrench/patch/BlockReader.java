package dev.monkeywrench.patch;

import com.google.re2j.Matcher;
import com.google.re2j.Pattern;
import dev.monkeywrench.instance.RepositoryPath;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Reads SEARCH/REPLACE blocks, inside fences or not. The path stands in a line above the block or its fence; a block
 * without one belongs to the file of the block before it.
 */
final class BlockReader {

    private static final Pattern OPEN = Pattern.compile("^\\s*<{5,9} ?(SEARCH|ORIGINAL|DELETE)\\b(.*)$");
    private static final Pattern DIVIDER = Pattern.compile("^\\s*={5,9}\\s*$");
    private static final Pattern CLOSE = Pattern.compile("^\\s*>{5,9} ?(REPLACE|UPDATED|DELETE)?\\s*$");
    private static final int LINES_ABOVE = 3;

    private final List<String> lines;
    private int at;
    private int lastEnd;
    private Optional<RepositoryPath> path = Optional.empty();

    BlockReader(String answer) {
        this.lines = Lines.of(answer);
    }

    List<Edit> read() throws UnusableEdit {
        List<Edit> edits = new ArrayList<>();
        while (at < lines.size()) {
            Optional<Matcher> open = opening(at);
            at++;
            if (open.isPresent()) {
                path = pathOf(open.get()).or(() -> path);
                boolean deletion = "DELETE".equals(open.get().group(1));
                edits.add(deletion ? deletion() : block());
                lastEnd = at;
            }
        }
        return edits;
    }

    private Optional<Matcher> opening(int line) {
        if (lines.get(line).indexOf("<<<<<") < 0) {
            return Optional.empty();
        }
        Matcher matcher = OPEN.matcher(Lines.content(lines.get(line)));
        return matcher.matches() ? Optional.of(matcher) : Optional.empty();
    }

    private Optional<RepositoryPath> pathOf(Matcher open) {
        Optional<RepositoryPath> named = PathLine.read(open.group(2));
        int seen = 0;
        for (int line = at - 2; named.isEmpty() && line >= lastEnd && seen < LINES_ABOVE; line--) {
            String text = lines.get(line).strip();
            if (!text.isEmpty()) {
                named = text.startsWith("```") ? PathLine.readInfo(text.substring(3)) : PathLine.read(text);
                seen++;
            }
        }
        return named;
    }

    private Edit deletion() throws UnusableEdit {
        if (at < lines.size() && CLOSE.matcher(Lines.content(lines.get(at))).matches()) {
            at++;
        }
        return new Edit.Deletion(path.orElseThrow(
                () -> new UnusableEdit("A DELETE block names no file; put its path in the line above")));
    }

    private Edit block() throws UnusableEdit {
        int start = at;
        List<Integer> dividers = new ArrayList<>();
        while (at < lines.size() && !(isClose(at) && !dividers.isEmpty())) {
            if (opening(at).isPresent()) {
                throw new UnusableEdit("The block at line " + start + " of the reply is not closed by a line"
                        + " '>>>>>>> REPLACE' before the next one opens");
            }
            if (DIVIDER.matcher(Lines.content(lines.get(at))).matches()) {
                dividers.add(at);
            }
            at++;
        }
        if (at == lines.size()) {
            throw new UnusableEdit(
                    "The block at line " + start + " of the reply is not complete: after SEARCH come a line"
                            + " '=======' and, at its end, a line '>>>>>>> REPLACE'");
        }
        int divider = theDivider(dividers, start);
        String search = String.join("", lines.subList(start, divider));
        String replace = String.join("", lines.subList(divider + 1, at));
        at++;
        return new Edit.SearchReplace(path, search, replace);
    }

    private boolean isClose(int line) {
        return lines.get(line).indexOf(">>>>>") >= 0
                && CLOSE.matcher(Lines.content(lines.get(line))).matches();
    }

    /** Underlined titles look like dividers; seven signs decide, as that is what is asked for. */
    private int theDivider(List<Integer> dividers, int start) throws UnusableEdit {
        List<Integer> exact = dividers.stream()
                .filter(line -> Lines.content(lines.get(line)).equals("======="))
                .toList();
        if (exact.size() == 1) {
            return exact.getFirst();
        }
        if (dividers.size() == 1) {
            return dividers.getFirst();
        }
        throw new UnusableEdit("The block at line " + start + " of the reply holds " + dividers.size()
                + " lines that could divide SEARCH from REPLACE; choose lines without '=======' in them");
    }
}
