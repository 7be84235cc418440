package dev.monkeywrench.sampling.mutation.language;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Three tokens in a row, counted over the files at hand: code repeats itself, and a fix repeats the code around it.
 * Immutable once built.
 */
public final class TokenModel {

    private static final int MOST_CHARACTERS = 4_000_000;
    private static final double OF_THREE = 0.55;
    private static final double OF_TWO = 0.3;
    private static final double OF_ONE = 0.15;

    private final Map<String, Integer> ids = new HashMap<>();
    private final Map<Long, Integer> counts = new HashMap<>();
    private int total;

    /** Counts the tokens of some texts; what goes beyond four million characters is left out. */
    public static TokenModel of(List<String> texts) {
        TokenModel model = new TokenModel();
        int read = 0;
        for (String text : texts) {
            if (read + text.length() <= MOST_CHARACTERS) {
                read += text.length();
                text.lines().forEach(model::learn);
            }
        }
        return model;
    }

    private void learn(String line) {
        int before = 0;
        int last = 0;
        for (String token : Tokens.of(line)) {
            int id = ids.computeIfAbsent(token, any -> ids.size() + 1);
            counts.merge(key(0, 0, id), 1, Integer::sum);
            counts.merge(key(0, last + 1, id), 1, Integer::sum);
            counts.merge(key(before + 1, last + 1, id), 1, Integer::sum);
            // how often the contexts occur, under keys of their own
            counts.merge(key(0, last + 1, 0), 1, Integer::sum);
            counts.merge(key(before + 1, last + 1, 0), 1, Integer::sum);
            total++;
            before = last;
            last = id;
        }
    }

    private static long key(int first, int second, int third) {
        return ((long) first << 42) | ((long) second << 21) | third;
    }

    /**
     * How natural the changed text of some lines reads, as the mean logarithm of the chance of each token that is new
     * and of the one after it.
     */
    public double naturalness(String before, String after) {
        List<String> old = Tokens.of(before);
        List<String> now = Tokens.of(after);
        int first = 0;
        while (first < Math.min(old.size(), now.size()) && old.get(first).equals(now.get(first))) {
            first++;
        }
        int last = 0;
        while (last < Math.min(old.size(), now.size()) - first
                && old.get(old.size() - 1 - last).equals(now.get(now.size() - 1 - last))) {
            last++;
        }
        int end = Math.min(now.size(), now.size() - last + 1);
        double sum = 0;
        for (int i = first; i < end; i++) {
            sum += Math.log(chance(id(now, i - 2), id(now, i - 1), id(now, i)));
        }
        return end == first ? 0 : sum / (end - first);
    }

    private int id(List<String> tokens, int i) {
        return i < 0 ? 0 : ids.getOrDefault(tokens.get(i), -1);
    }

    private double chance(int before, int last, int id) {
        double unseen = 1d / (total + ids.size() + 1);
        double one = share(key(0, 0, Math.max(id, 0)), total);
        double two = share(key(0, last + 1, Math.max(id, 0)), counts.getOrDefault(key(0, last + 1, 0), 0));
        double three =
                share(key(before + 1, last + 1, Math.max(id, 0)), counts.getOrDefault(key(before + 1, last + 1, 0), 0));
        return id <= 0 ? unseen : unseen + OF_ONE * one + OF_TWO * two + OF_THREE * three;
    }

    private double share(long key, int of) {
        return of == 0 ? 0 : (double) counts.getOrDefault(key, 0) / of;
    }
}
