package dev.monkeywrench.evaluation.report;

import dev.monkeywrench.evaluation.statistics.PassAtK.CoveragePoint;
import java.util.List;
import java.util.Optional;

/**
 * What a page on two evaluations shows; all text may come from anywhere.
 *
 * @param tables of numbers
 * @param noCurves why there is no diagram; not looked at where there is one
 */
public record ComparisonPage(
        Side first, Side second, List<String> sentences, List<PlanPage.NamedTable> tables, Optional<String> noCurves) {

    public ComparisonPage {
        sentences = List.copyOf(sentences);
        tables = List.copyOf(tables);
    }

    /**
     * One of the two.
     *
     * @param curve coverage of the instances that both have, against samples
     * @param alone ids of those that only this one resolved
     */
    public record Side(String name, String conditions, List<CoveragePoint> curve, List<String> alone) {

        public Side {
            curve = List.copyOf(curve);
            alone = List.copyOf(alone);
        }
    }

    private static final String TITLE = "Two evaluations, compared";

    /** The whole page, to be written as UTF-8: it needs nothing else, and its own policy allows nothing but its style. */
    public String html() {
        StringBuilder body = new StringBuilder("<p class='quiet'>")
                .append(Escaping.html(said("Second", second)))
                .append("</p>\n");
        sentences.forEach(
                sentence -> body.append("<p>").append(Escaping.html(sentence)).append("</p>\n"));
        body.append("<div class='pair'>\n<div>\n");
        tables.forEach(
                table -> body.append(HtmlReport.section(Escaping.html(table.name()), HtmlReport.table(table.rows()))));
        body.append("</div>\n");
        body.append(HtmlReport.section(
                "Coverage against samples",
                noCurves.map(why -> "<p>" + Escaping.html(why) + "</p>").orElseGet(() -> ComparisonDiagram.of(this))));
        body.append("</div>\n<div class='pair'>\n");
        body.append(
                HtmlReport.section("Only the first resolved (" + first.alone().size() + ")", ids(first.alone())));
        body.append(
                HtmlReport.section("Only the second resolved (" + second.alone().size() + ")", ids(second.alone())));
        return HtmlReport.page(
                TITLE, said("First", first), body.append("</div>\n").toString());
    }

    private static String said(String which, Side side) {
        return which + ": " + side.name() + (side.conditions().isBlank() ? "" : " (" + side.conditions() + ")");
    }

    private static String ids(List<String> ids) {
        if (ids.isEmpty()) {
            return "<p>None.</p>";
        }
        StringBuilder list = new StringBuilder("<ul class='ids'>");
        ids.forEach(id -> list.append("<li>").append(Escaping.html(id)).append("</li>"));
        return list.append("</ul>").toString();
    }

    /** The same as Markdown; the curves are a table. */
    public String markdown() {
        StringBuilder out = new StringBuilder("# ").append(TITLE).append("\n");
        for (String said : List.of(said("First", first), said("Second", second))) {
            out.append('\n').append(Escaping.markdown(said)).append('\n');
        }
        sentences.forEach(
                sentence -> out.append('\n').append(Escaping.markdown(sentence)).append('\n'));
        tables.forEach(table -> MarkdownReport.section(out, Escaping.markdown(table.name()), table.rows()));
        MarkdownReport.section(out, "Coverage of the first", Figures.curve(first.curve()));
        MarkdownReport.section(out, "Coverage of the second", Figures.curve(second.curve()));
        noCurves.ifPresent(
                why -> out.append('\n').append(Escaping.markdown(why)).append('\n'));
        list(out, "Only the first resolved", first.alone());
        list(out, "Only the second resolved", second.alone());
        return out.toString();
    }

    private static void list(StringBuilder out, String name, List<String> ids) {
        out.append("\n## ").append(name).append(" (").append(ids.size()).append(")\n\n");
        ids.forEach(id -> out.append("- ").append(Escaping.markdown(id)).append('\n'));
    }
}
