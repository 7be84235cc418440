package dev.monkeywrench.verification.log;

import com.google.re2j.Matcher;
import java.util.List;
import java.util.function.Predicate;

/**
 * An outline: indented headings over tests, which are marked. A test is named with the headings above it.
 *
 * @param ignored lines that are neither
 * @param marks what tells a test from a heading; the first that fits decides
 * @param headings which of them lie over a test
 * @param naming a test under its headings
 */
record OutlineGrammar(Predicate<String> ignored, List<TextGrammar.Rule> marks, Nesting headings, Naming naming)
        implements LogGrammar {

    /** Which headings lie over a test. */
    enum Nesting {
        /** All that are indented less than the one below. */
        BY_INDENT,
        /** The last that is indented by two spaces or more. */
        LAST
    }

    @FunctionalInterface
    interface Naming {
        String name(Headings headings, String test);
    }

    static OutlineGrammar of(Nesting headings, Naming naming, TextGrammar marks) {
        return new OutlineGrammar(line -> false, marks.rules(), headings, naming);
    }

    OutlineGrammar ignoring(Predicate<String> lines) {
        return new OutlineGrammar(lines, marks, headings, naming);
    }

    @Override
    public void read(String log, LogStatuses statuses) {
        Headings above = new Headings();
        for (String line : Words.lines(log)) {
            if (!ignored.test(line) && !readTest(line, above, statuses)) {
                readHeading(line, above);
            }
        }
    }

    private boolean readTest(String line, Headings above, LogStatuses statuses) {
        for (TextGrammar.Rule mark : marks) {
            Matcher matcher = mark.pattern().matcher(line);
            if (matcher.find()) {
                if (above.length() <= LogStatuses.LONGEST_NAME) {
                    statuses.put(naming.name(above, matcher.group("name")), mark.status());
                }
                return true;
            }
        }
        return false;
    }

    private void readHeading(String line, Headings above) {
        switch (headings) {
            case BY_INDENT -> {
                int indent = Words.indent(line);
                if (indent > 0) {
                    above.dropFrom(indent);
                    above.add(Words.strip(line), indent);
                }
            }
            case LAST -> {
                if (line.startsWith("  ")) {
                    above.dropFrom(0);
                    above.add(Words.strip(line), 0);
                }
            }
        }
    }
}
