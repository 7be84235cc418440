package dev.monkeywrench.evaluation.report;

import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * A report as one page that needs nothing else: no script, no address, style and diagrams within. All text is escaped, and
 * the page's own policy allows nothing but its style, so that a name from a hostile repository stays a name.
 */
public final class HtmlReport {

    private static final String STYLE = """
            :root{color-scheme:light}
            body{font:16px/1.5 system-ui,sans-serif;color:#1b1f24;background:#fff;margin:0 auto;padding:1rem;max-width:68rem}
            h1{font-size:1.5rem;margin:0 0 .25rem;overflow-wrap:anywhere}h2{font-size:1.1rem;margin:2rem 0 .5rem}
            p{margin:.25rem 0;overflow-wrap:anywhere}.quiet{color:#57606a;font-size:.875rem}
            .pair{display:grid;grid-template-columns:repeat(auto-fit,minmax(min(100%,26rem),1fr));gap:0 2.5rem}
            svg{display:block;width:100%;height:auto;max-width:40rem;margin:.5rem 0}
            svg text{font:12px system-ui,sans-serif;fill:#333}svg text.row{font-size:9.5px}svg text.name{fill:#57606a}
            .grid{stroke:#e3e6ea;fill:none}.mark{stroke:#57606a;stroke-dasharray:1 3;fill:none}
            .wide{overflow-x:auto}table{border-collapse:collapse;font-size:.875rem;font-variant-numeric:tabular-nums}
            th,td{padding:.2rem .9rem .2rem 0;text-align:left;border-bottom:1px solid #e3e6ea;vertical-align:top;white-space:nowrap}
            th{font-weight:600;color:#57606a}td:first-child{max-width:20rem;white-space:normal;overflow-wrap:break-word}
            .key{display:flex;flex-wrap:wrap;gap:.1rem 1.1rem;padding:0;margin:.25rem 0;list-style:none;font-size:.8125rem}
            .key li{min-width:0;overflow-wrap:anywhere}
            .ids{padding:0;margin:.25rem 0;list-style:none;font-size:.875rem;overflow-wrap:anywhere;columns:16rem auto;column-gap:1.5rem}
            .key svg{display:inline-block;width:26px;height:12px;margin:0 .35rem 0 0;vertical-align:-1px}
            @media print{body{max-width:none;padding:0;font-size:10pt}th,td{white-space:normal;padding-right:.6rem}
            h2{break-after:avoid;margin-top:1rem}table,.quiet,.key,.ids{font-size:8.5pt}
            .pair{grid-template-columns:1fr 1fr;gap:0 1.5rem}
            section,tr,figure,svg{break-inside:avoid}.wide{overflow:visible}
            *{-webkit-print-color-adjust:exact;print-color-adjust:exact}}
            @page{margin:16mm}
            """;

    private HtmlReport() {}

    /** The whole page, to be written as UTF-8. */
    public static String render(Report report) {
        return page(
                report.title(),
                report.conditions(),
                "<p class='quiet'>" + report.deciding().words() + ".</p>\n<div class='pair'>\n"
                        + section("Scores", scores(report))
                        + section("Coverage against samples", coverage(report))
                        + section("Cost against solved", cost(report))
                        + section("Where the time went", time(report))
                        + "</div>\n"
                        + report.otherPrices()
                                .map(prices -> otherPrices(report, prices))
                                .orElse("")
                        + section("Forecast", forecast(report))
                        + section("Every sample", mosaic(report))
                        + section("By repository", table(Figures.groups("repository", report.repositories())))
                        + section("By arm", table(Figures.groups("arm", report.arms()))));
    }

    /** A page around a body that is escaped already. */
    static String page(String name, String conditions, String body) {
        String title = Escaping.html(name);
        return "<!doctype html>\n<html lang='en'><head><meta charset='utf-8'>"
                + "<meta http-equiv='Content-Security-Policy' content=\"default-src 'none'; style-src 'unsafe-inline'\">"
                + "<meta name='viewport' content='width=device-width,initial-scale=1'><title>" + title
                + "</title><style>\n" + STYLE + "</style></head><body>\n<h1>" + title + "</h1><p class='quiet'>"
                + Escaping.html(conditions) + "</p>\n" + body
                + "</body></html>\n";
    }

    static String section(String name, String body) {
        return "<section><h2>" + name + "</h2>" + body + "</section>\n";
    }

    private static String scores(Report report) {
        return table(Figures.scores(report)) + "<p class='quiet'>FLOPs: "
                + Escaping.html(report.operations().basis()) + ".</p>";
    }

    private static String coverage(Report report) {
        return Diagrams.coverage(report)
                .map(svg -> svg + lineKey(Diagrams.coverageKey())
                        + "<p class='quiet'>Unbiased pass@k; intervals by bootstrap over instances.</p>")
                .orElse("<p>Undefined: some runs stopped early, which biases every estimate of pass@k.</p>");
    }

    private static String cost(Report report) {
        return Diagrams.cost(report).orElse("<p>Unknown: a charge has no known price.</p>");
    }

    private static String otherPrices(Report report, OtherPrices prices) {
        return section(
                PriceTable.NAME,
                table(PriceTable.rows(prices, report.scorecard().score())) + "<p class='quiet'>"
                        + PriceTable.basis(prices) + "</p>");
    }

    private static String time(Report report) {
        TimeSplit split = TimeSplit.of(report.instances());
        String key = split.parts().stream()
                .map(part -> item("<path fill='" + part.colour() + "' d='M0 0h26v12h-26z'/>", part.name()))
                .collect(Collectors.joining());
        return split.svg() + "<ul class='key'>" + key + "</ul>" + table(Figures.time(split))
                + "<p class='quiet'>Added up over samples that ran side by side. "
                + split.missing().orElse("") + "</p>";
    }

    private static String forecast(Report report) {
        if (report.forecast().isEmpty()) {
            return "<p>None: it takes two or more samples of each instance, none of them stopped early.</p>";
        }
        String backTest = report.backTest()
                .map(test -> "<h2>Back-test</h2><p class='quiet'>Fitted on the first " + test.fittedOn()
                        + " samples of each instance; errors in points.</p>" + table(Figures.backTest(test)))
                .orElse("<p class='quiet'>No back-test: it takes eight samples of each instance.</p>");
        return table(Figures.forecast(report)) + backTest;
    }

    private static String mosaic(Report report) {
        List<EvaluatedInstance> instances = report.instances();
        Set<Outcome> seen = instances.stream()
                .flatMap(one -> one.samples().stream())
                .map(EvaluatedSample::outcome)
                .collect(Collectors.toSet());
        String key = Arrays.stream(Outcome.values())
                .filter(seen::contains)
                .map(HtmlReport::item)
                .collect(Collectors.joining());
        int left = instances.size() - Mosaic.MOST_ROWS;
        return "<ul class='key'>" + key + "</ul>" + Mosaic.svg(instances)
                + (left > 0 ? "<p class='quiet'>" + left + " more instances are in the CSV file.</p>" : "");
    }

    private static String item(Outcome outcome) {
        double tall = 12 * outcome.height();
        return item("<path fill='" + outcome.colour() + "' d='M0 12h26v-" + tall + "h-26z'/>", outcome.words());
    }

    private static String lineKey(List<List<String>> lines) {
        return "<ul class='key'>"
                + lines.stream()
                        .map(line -> line(line.get(0), line.get(1), line.get(2)))
                        .collect(Collectors.joining())
                + "</ul>";
    }

    /** An item of a key: a line. */
    static String line(String name, String colour, String dashes) {
        return item(
                "<path stroke='" + colour + "' stroke-width='2.5' stroke-dasharray='" + dashes + "' d='M0 6h26'/>",
                name);
    }

    static String item(String sign, String words) {
        return "<li><svg viewBox='0 0 26 12' aria-hidden='true'>" + sign + "</svg>" + Escaping.html(words) + "</li>";
    }

    static String table(List<List<String>> rows) {
        StringBuilder out = new StringBuilder("<div class='wide'><table>");
        for (int i = 0; i < rows.size(); i++) {
            String cell = i == 0 ? "th" : "td";
            out.append("<tr>");
            rows.get(i)
                    .forEach(text -> out.append('<')
                            .append(cell)
                            .append('>')
                            .append(Escaping.html(text))
                            .append("</")
                            .append(cell)
                            .append('>'));
            out.append("</tr>");
        }
        return out.append("</table></div>").toString();
    }
}
