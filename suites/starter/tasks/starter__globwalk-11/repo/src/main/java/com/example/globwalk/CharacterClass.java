package com.example.globwalk;

import java.util.ArrayList;
import java.util.List;

/** A set of characters such as {@code [a-z0-9_]}. */
record CharacterClass(boolean negated, List<Range> ranges) {

    /** Characters from the first to the last, both included. */
    record Range(char first, char last) {

        boolean contains(char c) {
            return c >= first && c <= last;
        }
    }

    /** Reads what stands between the brackets. */
    static CharacterClass parse(String body, String pattern) {
        boolean negated = body.startsWith("!") || body.startsWith("^");
        String members = negated ? body.substring(1) : body;
        if (members.isEmpty()) {
            throw new GlobSyntaxException("an empty character class", pattern);
        }
        List<Range> ranges = new ArrayList<>();
        int i = 0;
        while (i < members.length()) {
            char first = members.charAt(i);
            if (i + 1 < members.length() && members.charAt(i + 1) == '-') {
                char last = members.charAt(i + 2);
                if (last < first) {
                    throw new GlobSyntaxException("the range " + first + "-" + last + " runs backwards", pattern);
                }
                ranges.add(new Range(first, last));
                i += 3;
            } else {
                ranges.add(new Range(first, first));
                i++;
            }
        }
        return new CharacterClass(negated, List.copyOf(ranges));
    }

    boolean contains(char c) {
        for (Range range : ranges) {
            if (range.contains(c)) {
                return !negated;
            }
        }
        return negated;
    }
}
