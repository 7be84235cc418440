package dev.monkeywrench.verification.log;

import java.util.ArrayList;
import java.util.List;

/** The headings over a place in a log, outermost first. Used by one thread. */
final class Headings {

    private final List<Heading> headings = new ArrayList<>();
    private int length;

    private record Heading(String text, int indent) {}

    void add(String text, int indent) {
        headings.add(new Heading(text, indent));
        length += text.length();
    }

    /** The innermost; nothing where there is none. */
    void dropLast() {
        if (!headings.isEmpty()) {
            length -= headings.removeLast().text().length();
        }
    }

    /** All that are indented as much or more. */
    void dropFrom(int indent) {
        while (!headings.isEmpty() && headings.getLast().indent() >= indent) {
            dropLast();
        }
    }

    /** The characters of all: what a name under them would have at least. */
    int length() {
        return length;
    }

    String joined(String joint) {
        return String.join(joint, headings.stream().map(Heading::text).toList());
    }

    String over(String test, String joint) {
        return headings.isEmpty() ? test : joined(joint) + joint + test;
    }
}
