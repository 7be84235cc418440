package dev.monkeywrench.evaluation.report;

import java.util.Collections;
import java.util.List;
import java.util.stream.Collectors;

/** A report as Markdown: the tables, without diagrams. */
public final class MarkdownReport {

    private MarkdownReport() {}

    /** The whole text, to be written as UTF-8. */
    public static String render(Report report) {
        StringBuilder out = new StringBuilder("# ")
                .append(Escaping.markdown(report.title()))
                .append("\n\n")
                .append(Escaping.markdown(report.conditions()))
                .append("\n\n")
                .append(report.deciding().words())
                .append(".\n");
        section(out, "Scores", Figures.scores(report));
        out.append("\nFLOPs: ")
                .append(Escaping.markdown(report.operations().basis()))
                .append(".\n");
        report.otherPrices().ifPresent(prices -> {
            section(
                    out,
                    PriceTable.NAME,
                    PriceTable.rows(prices, report.scorecard().score()));
            out.append('\n').append(PriceTable.basis(prices)).append('\n');
        });
        section(out, "Coverage against samples", Figures.curve(report.curve()));
        section(out, "Forecast", Figures.forecast(report));
        report.backTest().ifPresent(test -> section(out, "Back-test", Figures.backTest(test)));
        TimeSplit time = TimeSplit.of(report.instances());
        section(out, "Time", Figures.time(time));
        time.missing().ifPresent(words -> out.append('\n').append(words).append('\n'));
        section(out, "By repository", Figures.groups("repository", report.repositories()));
        section(out, "By arm", Figures.groups("arm", report.arms()));
        return out.toString();
    }

    /** A table that has only its head is left out. */
    static void section(StringBuilder out, String name, List<List<String>> rows) {
        if (rows.size() < 2) {
            return;
        }
        out.append("\n## ").append(name).append("\n\n");
        row(out, rows.getFirst());
        out.append("|")
                .append(String.join("|", Collections.nCopies(rows.getFirst().size(), "---")))
                .append("|\n");
        rows.subList(1, rows.size()).forEach(row -> row(out, row));
    }

    private static void row(StringBuilder out, List<String> cells) {
        out.append(cells.stream().map(Escaping::markdown).collect(Collectors.joining(" | ", "| ", " |\n")));
    }
}
