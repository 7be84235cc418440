package dev.monkeywrench.patch;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * By how much the lines of an edit are indented differently from those of the file.
 *
 * @param missing what the edit's lines lack at their beginning
 * @param surplus what they have too much
 */
record Indentation(String missing, String surplus) {

    private static final Indentation NONE = new Indentation("", "");

    /** The one shift that takes all lines of the edit to those of the file, which they are like but for indentation. */
    static Optional<Indentation> between(List<String> file, List<String> edit) {
        Optional<Indentation> shift = Optional.empty();
        for (int i = 0; i < edit.size(); i++) {
            if (edit.get(i).isBlank()) {
                continue;
            }
            Optional<Indentation> line = between(leading(file.get(i)), leading(edit.get(i)));
            if (line.isEmpty() || (shift.isPresent() && !shift.equals(line))) {
                return Optional.empty();
            }
            shift = line;
        }
        return Optional.of(shift.orElse(NONE));
    }

    private static Optional<Indentation> between(String file, String edit) {
        if (file.endsWith(edit)) {
            return Optional.of(new Indentation(file.substring(0, file.length() - edit.length()), ""));
        }
        boolean deeper = edit.endsWith(file);
        return deeper
                ? Optional.of(new Indentation("", edit.substring(0, edit.length() - file.length())))
                : Optional.empty();
    }

    /** The lines, shifted; empty where one of them is not indented far enough for it. */
    Optional<List<String>> shift(List<String> lines) {
        List<String> shifted = new ArrayList<>();
        for (String line : lines) {
            if (line.isBlank()) {
                shifted.add(line);
            } else if (line.startsWith(surplus)) {
                shifted.add(missing + line.substring(surplus.length()));
            } else {
                return Optional.empty();
            }
        }
        return Optional.of(shifted);
    }

    private static String leading(String line) {
        return line.substring(0, line.length() - line.stripLeading().length());
    }
}
