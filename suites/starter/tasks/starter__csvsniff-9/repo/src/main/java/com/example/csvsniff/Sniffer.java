package com.example.csvsniff;

import java.util.ArrayList;
import java.util.List;

/** Finds out how a CSV text is written, from its first rows. */
public final class Sniffer {

    private static final char[] SEPARATORS = {',', ';', '\t', '|'};
    private static final char[] QUOTES = {'"', '\''};
    private static final int SAMPLE_CHARACTERS = 20_000;
    private static final double LEAST_EVENNESS = 0.5;

    public Dialect sniff(String text) {
        String sample = sampleOf(text);
        Dialect best = Dialect.STANDARD;
        double bestScore = LEAST_EVENNESS;
        for (char quote : QUOTES) {
            for (char separator : SEPARATORS) {
                Dialect dialect = new Dialect(separator, quote, false);
                double score = Evenness.of(new CsvReader(dialect).read(sample)) + quoteBonus(sample, dialect);
                if (score > bestScore) {
                    best = dialect;
                    bestScore = score;
                }
            }
        }
        return best.withHeading(looksLikeHeading(new CsvReader(best).read(sample)));
    }

    /** The beginning of a long text, cut after a whole line. */
    private static String sampleOf(String text) {
        if (text.length() <= SAMPLE_CHARACTERS) {
            return text;
        }
        int end = text.lastIndexOf('\n', SAMPLE_CHARACTERS);
        return end < 0 ? text.substring(0, SAMPLE_CHARACTERS) : text.substring(0, end);
    }

    /** Quotes next to a separator or a line's end are there for a purpose. */
    private static double quoteBonus(String sample, Dialect dialect) {
        int useful = 0;
        int all = 0;
        for (int i = 0; i < sample.length(); i++) {
            if (sample.charAt(i) != dialect.quote()) {
                continue;
            }
            all++;
            if (isEdge(sample, i - 1, dialect) || isEdge(sample, i + 1, dialect)) {
                useful++;
            }
        }
        return all == 0 ? 0 : 0.1 * useful / all;
    }

    private static boolean isEdge(String sample, int index, Dialect dialect) {
        if (index < 0 || index >= sample.length()) {
            return true;
        }
        char c = sample.charAt(index);
        return c == dialect.separator() || c == '\n' || c == '\r';
    }

    /** A first row of distinct texts is a heading when a column below holds something narrower than text. */
    static boolean looksLikeHeading(List<List<String>> rows) {
        List<String> first = rows.get(0);
        if (first.stream().distinct().count() < first.size()) {
            return false;
        }
        for (String name : first) {
            if (ColumnType.of(name) != ColumnType.TEXT) {
                return false;
            }
        }
        return typesBelow(rows).stream().anyMatch(type -> type != ColumnType.TEXT && type != ColumnType.EMPTY);
    }

    private static List<ColumnType> typesBelow(List<List<String>> rows) {
        List<ColumnType> types = new ArrayList<>();
        for (List<String> row : rows.subList(1, rows.size())) {
            for (int column = 0; column < row.size(); column++) {
                if (column == types.size()) {
                    types.add(ColumnType.EMPTY);
                }
                types.set(column, types.get(column).join(ColumnType.of(row.get(column))));
            }
        }
        return types;
    }
}
