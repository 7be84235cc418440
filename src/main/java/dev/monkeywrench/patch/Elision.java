package dev.monkeywrench.patch;

import com.google.re2j.Pattern;
import java.util.Optional;

/** Finds comments that stand for code left out. */
final class Elision {

    private static final Pattern COMMENT = Pattern.compile("^(?:#|//|--|/\\*|<!--|;|%)\\s*(?:\\.\\.\\.|…)");

    private Elision() {}

    /** The first such line, without the blanks around it. */
    static Optional<String> in(String text) {
        return Lines.of(text).stream()
                .map(String::strip)
                .filter(line -> COMMENT.matcher(line).find())
                .findFirst();
    }
}
