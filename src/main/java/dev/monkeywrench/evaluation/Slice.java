package dev.monkeywrench.evaluation;

import java.util.List;
import java.util.OptionalInt;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A part of a list, as Python's {@code list[from:to]} has it: places count from 0, negative ones from the end, and what
 * lies outside the list is no fault.
 *
 * @param from the first place; empty: the beginning
 * @param to the place after the last; empty: the end
 */
public record Slice(OptionalInt from, OptionalInt to) {

    private static final Pattern FORM = Pattern.compile("(-?\\d{1,9})?:(-?\\d{1,9})?");

    /** Reads {@code a:b}, either of which may be left out. */
    public static Slice of(String text) {
        Matcher matcher = FORM.matcher(text.strip());
        if (!matcher.matches()) {
            throw new IllegalArgumentException("a slice is of the form 0:5, 5:, :5 or -5:, not '" + text + "'");
        }
        return new Slice(number(matcher.group(1)), number(matcher.group(2)));
    }

    private static OptionalInt number(@Nullable String digits) {
        return digits == null ? OptionalInt.empty() : OptionalInt.of(Integer.parseInt(digits));
    }

    /** The elements of the list that lie in this part, in order. */
    public <T> List<T> of(List<T> all) {
        int first = place(from.orElse(0), all.size());
        int end = place(to.orElse(all.size()), all.size());
        return first < end ? List.copyOf(all.subList(first, end)) : List.of();
    }

    private static int place(int stated, int size) {
        return Math.clamp(stated < 0 ? (long) stated + size : stated, 0, size);
    }
}
