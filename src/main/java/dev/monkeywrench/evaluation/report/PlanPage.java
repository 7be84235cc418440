package dev.monkeywrench.evaluation.report;

import java.util.List;

/**
 * What a page on a plan shows; all text may come from anywhere.
 *
 * @param curves coverage against dollars, one a model
 * @param frontier what no other choice beats, the cheapest first
 * @param best the chosen one, or none
 */
public record PlanPage(
        String title,
        String conditions,
        List<String> sentences,
        List<Curve> curves,
        List<Point> frontier,
        List<Point> best,
        List<NamedTable> tables) {

    public PlanPage {
        sentences = List.copyOf(sentences);
        curves = List.copyOf(curves);
        frontier = List.copyOf(frontier);
        best = List.copyOf(best);
        tables = List.copyOf(tables);
    }

    /** Coverage at a price. */
    public record Point(double dollars, double coverage) {}

    /** One model, the cheapest point first. */
    public record Curve(String name, List<Point> points) {

        public Curve {
            points = List.copyOf(points);
        }
    }

    /** Rows of text, the first of them the head. */
    public record NamedTable(String name, List<List<String>> rows) {

        public NamedTable {
            rows = List.copyOf(rows);
        }
    }

    /** The whole page, to be written as UTF-8: it needs nothing else, and its own policy allows nothing but its style. */
    public String html() {
        StringBuilder body = new StringBuilder();
        sentences.forEach(
                sentence -> body.append("<p>").append(Escaping.html(sentence)).append("</p>\n"));
        body.append(HtmlReport.section("Coverage against cost", PlanDiagram.of(this)));
        tables.forEach(
                table -> body.append(HtmlReport.section(Escaping.html(table.name()), HtmlReport.table(table.rows()))));
        return HtmlReport.page(title, conditions, body.toString());
    }

    /** The same as Markdown, without the diagram. */
    public String markdown() {
        StringBuilder out = new StringBuilder("# ")
                .append(Escaping.markdown(title))
                .append("\n\n")
                .append(Escaping.markdown(conditions))
                .append('\n');
        sentences.forEach(
                sentence -> out.append('\n').append(Escaping.markdown(sentence)).append('\n'));
        tables.forEach(table -> MarkdownReport.section(out, Escaping.markdown(table.name()), table.rows()));
        return out.toString();
    }
}
