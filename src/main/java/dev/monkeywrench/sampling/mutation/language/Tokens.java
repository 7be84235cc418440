package dev.monkeywrench.sampling.mutation.language;

import java.util.ArrayList;
import java.util.List;

/** Cuts code into tokens without knowing its grammar: names, numbers, strings, operators. */
final class Tokens {

    private static final String DOUBLED = "=<>&|+-*/.";

    private Tokens() {}

    static List<String> of(String text) {
        List<String> tokens = new ArrayList<>();
        int i = 0;
        while (i < text.length()) {
            char c = text.charAt(i);
            if (Character.isWhitespace(c)) {
                i++;
                continue;
            }
            int end = end(text, i, c);
            tokens.add(text.substring(i, end));
            i = end;
        }
        return tokens;
    }

    private static int end(String text, int start, char c) {
        if (Character.isJavaIdentifierPart(c)) {
            int i = start;
            while (i < text.length() && Character.isJavaIdentifierPart(text.charAt(i))) {
                i++;
            }
            return i;
        }
        if (c == '"' || c == '\'') {
            int close = text.indexOf(c, start + 1);
            int line = text.indexOf('\n', start);
            return close < 0 || (line >= 0 && line < close) ? start + 1 : close + 1;
        }
        int next = start + 1;
        boolean isDoubled = next < text.length()
                && DOUBLED.indexOf(text.charAt(next)) >= 0
                && (text.charAt(next) == '=' || text.charAt(next) == c);
        return DOUBLED.indexOf(c) >= 0 && isDoubled ? start + 2 : next;
    }
}
