package dev.monkeywrench.sampling.mutation.template;

import java.util.Locale;

/** How alike two names are: what is alike is mixed up. */
final class Likeness {

    private static final int LONGEST = 40;

    private Likeness() {}

    /** From 0, nothing in common, to 1, the same: the share of letters that need not be changed. */
    static double ofNames(String first, String second) {
        String one = shortened(first);
        String other = shortened(second);
        int longest = Math.max(one.length(), other.length());
        return longest == 0 ? 1 : 1 - (double) distance(one, other) / longest;
    }

    private static String shortened(String name) {
        return name.substring(0, Math.min(LONGEST, name.length())).toLowerCase(Locale.ROOT);
    }

    private static int distance(String one, String other) {
        int[] row = new int[other.length() + 1];
        for (int j = 0; j <= other.length(); j++) {
            row[j] = j;
        }
        for (int i = 1; i <= one.length(); i++) {
            int diagonal = row[0];
            row[0] = i;
            for (int j = 1; j <= other.length(); j++) {
                int above = row[j];
                int changed = diagonal + (one.charAt(i - 1) == other.charAt(j - 1) ? 0 : 1);
                row[j] = Math.min(changed, Math.min(above, row[j - 1]) + 1);
                diagonal = above;
            }
        }
        return row[other.length()];
    }
}
