package com.example.globwalk;

import java.util.ArrayList;
import java.util.List;

/** Writes {@code a.{b,c}} out as {@code a.b} and {@code a.c}. */
final class Braces {

    private static final int MOST = 1_000;

    private Braces() {}

    static List<String> expand(String pattern) {
        List<String> done = new ArrayList<>();
        List<String> open = new ArrayList<>(List.of(pattern));
        while (!open.isEmpty()) {
            String next = open.remove(0);
            int start = indexOf(next, '{', 0);
            if (start < 0) {
                done.add(next);
            } else {
                open.addAll(0, expandFirst(next, start, pattern));
            }
            if (done.size() + open.size() > MOST) {
                throw new GlobSyntaxException("more than " + MOST + " combinations", pattern);
            }
        }
        return done;
    }

    private static List<String> expandFirst(String text, int start, String pattern) {
        List<String> words = new ArrayList<>();
        int depth = 0;
        int wordStart = start + 1;
        for (int i = start; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '\\') {
                i++;
            } else if (c == '{') {
                depth++;
            } else if (c == ',' && depth == 1) {
                words.add(text.substring(wordStart, i));
                wordStart = i + 1;
            } else if (c == '}' && --depth == 0) {
                words.add(text.substring(wordStart, i));
                String before = text.substring(0, start);
                String after = text.substring(i + 1);
                return words.stream().map(word -> before + word + after).toList();
            }
        }
        throw new GlobSyntaxException("a brace without its partner", pattern);
    }

    private static int indexOf(String text, char wanted, int from) {
        for (int i = from; i < text.length(); i++) {
            if (text.charAt(i) == '\\') {
                i++;
            } else if (text.charAt(i) == wanted) {
                return i;
            }
        }
        return -1;
    }
}
