package dev.monkeywrench.evaluation.report;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;

/** Instance by sample: a row for each instance, those with most resolved samples first, a cell for each sample. */
final class Mosaic {

    /** Beyond these the picture says nothing more; the CSV file has all of them. */
    static final int MOST_ROWS = 400;

    private static final int MOST_COLUMNS = 400;
    private static final int NAMED_ROWS = 80;
    private static final int WIDTH = 420;
    private static final int NAMES = 134;
    private static final int LONGEST_NAME = 25;

    private Mosaic() {}

    static String svg(List<EvaluatedInstance> instances) {
        List<EvaluatedInstance> rows = instances.stream()
                .sorted(Comparator.comparingDouble(Mosaic::share).reversed())
                .limit(MOST_ROWS)
                .toList();
        boolean named = rows.size() <= NAMED_ROWS;
        int rowHeight = named ? 12 : 4;
        int columns = rows.stream().mapToInt(one -> columns(one)).max().orElse(1);
        double width = Math.min(14, (WIDTH - (named ? NAMES : 0)) / (double) columns);
        StringBuilder out = new StringBuilder(String.format(
                Locale.ROOT,
                "<svg role='img' viewBox='0 0 %d %d' xmlns='http://www.w3.org/2000/svg'>"
                        + "<title>Outcome of each sample of each instance</title>",
                WIDTH,
                rows.size() * rowHeight));
        for (int row = 0; row < rows.size(); row++) {
            row(out, rows.get(row), row * rowHeight, rowHeight, named, width);
        }
        return out.append("</svg>").toString();
    }

    private static int columns(EvaluatedInstance one) {
        return Math.min(MOST_COLUMNS, one.samples().size());
    }

    private static double share(EvaluatedInstance one) {
        return one.resolved() / (double) one.samples().size();
    }

    private static void row(
            StringBuilder out, EvaluatedInstance one, int top, int height, boolean named, double width) {
        String id = one.instance().value();
        out.append("<g><title>").append(Escaping.html(id)).append("</title>");
        if (named) {
            String shown = id.length() > LONGEST_NAME ? "…" + id.substring(id.length() - LONGEST_NAME + 1) : id;
            out.append(String.format(
                    Locale.ROOT,
                    "<text class='row' x='%d' y='%d' text-anchor='end'>%s</text>",
                    NAMES - 5,
                    top + height - 2,
                    Escaping.html(shown)));
        }
        int begin = 0;
        while (begin < columns(one)) {
            Outcome outcome = one.samples().get(begin).outcome();
            int end = begin + 1;
            while (end < columns(one) && one.samples().get(end).outcome() == outcome) {
                end++;
            }
            double tall = (height - 1) * outcome.height();
            out.append(String.format(
                    Locale.ROOT,
                    "<path fill='%s' d='M%.2f %.2fh%.2fv%.2fh-%.2fz'/>",
                    outcome.colour(),
                    (named ? NAMES : 0) + begin * width,
                    top + height - 1 - tall,
                    (end - begin) * width,
                    tall,
                    (end - begin) * width));
            begin = end;
        }
        out.append("</g>");
    }
}
