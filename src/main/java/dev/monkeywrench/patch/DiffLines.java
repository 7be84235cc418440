package dev.monkeywrench.patch;

import java.util.List;

/** The lines of a diff and the place up to which they have been read. */
final class DiffLines {

    private final List<String> lines;
    private int next;

    DiffLines(List<String> lines) {
        this.lines = lines;
    }

    boolean hasNext() {
        return next < lines.size();
    }

    /** The line to be read next, without its terminator; empty past the end. */
    String peek() {
        return peek(0);
    }

    String peek(int ahead) {
        return next + ahead < lines.size() ? Lines.content(lines.get(next + ahead)) : "";
    }

    /** Reads a line with its terminator. */
    String take() {
        return lines.get(next++);
    }

    void skip() {
        next++;
    }

    /** Goes back to the line of this number. */
    void returnTo(int number) {
        next = number - 1;
    }

    /** The number of the line to be read next, from 1. */
    int number() {
        return next + 1;
    }

    boolean atGitHeader() {
        return peek().startsWith("diff --git ");
    }

    boolean atFileNames() {
        return peek().startsWith("--- ") && peek(1).startsWith("+++ ");
    }

    boolean atHunk() {
        return peek().startsWith("@@");
    }
}
