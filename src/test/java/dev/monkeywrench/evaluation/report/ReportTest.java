package dev.monkeywrench.evaluation.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.monkeywrench.evaluation.statistics.Bootstrap;
import dev.monkeywrench.evaluation.statistics.InstanceScore.Selected;
import dev.monkeywrench.instance.InstanceId;
import java.io.StringReader;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.xml.sax.InputSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class ReportTest {

    private static final String HOSTILE = "</title><script>alert(1)</script>'\"&\u202e\u0007";
    private static final Report REPORT = Evaluations.report(Evaluations.instances(40, 32));

    private static EvaluatedInstance one(boolean stoppedEarly, EvaluatedSample... samples) {
        return new EvaluatedInstance(
                new InstanceId("a__b-1"),
                HOSTILE,
                stoppedEarly,
                List.of(samples),
                Selected.NONE,
                Optional.of(BigDecimal.ZERO));
    }

    private static EvaluatedSample of(Outcome outcome) {
        return Evaluations.sample("arm", outcome);
    }

    @Test
    void pageNeedsNothingFromOutside() {
        String page = HtmlReport.render(REPORT);

        assertThat(page).doesNotContain("<script", "href=", "src=", "url(", "@import");
        assertThat(page.replace("http://www.w3.org/2000/svg", "")).doesNotContain("http:", "https:");
        assertThat(page).contains("default-src 'none'");
    }

    @Test
    void everyDiagramIsWellFormed() throws Exception {
        Matcher diagrams = Pattern.compile("<svg.*?</svg>", Pattern.DOTALL).matcher(HtmlReport.render(REPORT));
        int seen = 0;
        while (diagrams.find()) {
            DocumentBuilderFactory.newInstance()
                    .newDocumentBuilder()
                    .parse(new InputSource(new StringReader(diagrams.group())));
            assertThat(diagrams.group()).doesNotContain("NaN", "Infinity");
            seen++;
        }
        assertThat(seen).isGreaterThan(10);
    }

    @Test
    void hostileTextStaysTextInThePage() {
        Report report = Report.of(
                HOSTILE,
                HOSTILE,
                Deciding.ORACLE,
                List.of(one(false, Evaluations.sample(HOSTILE, Outcome.FAILED))),
                new Bootstrap(10, 0.9, new Random(1)));

        String page = HtmlReport.render(report);
        assertThat(page).doesNotContain("<script>", "\u202e", "\u0007");
        assertThat(page).contains("&lt;/title&gt;&lt;script&gt;alert(1)&lt;/script&gt;&#39;&quot;&amp;\uFFFD\uFFFD");
    }

    @Test
    void hostileTextStaysACellInMarkdown() {
        String table = MarkdownReport.render(Evaluations.report(
                List.of(one(false, Evaluations.sample("a | b\n# [x](http://y) <b>", Outcome.FAILED)))));

        assertThat(table).contains("| a \\| b\uFFFD\\# \\[x\\](http://y) \\<b\\> | 1 |");
        assertThat(table).doesNotContain("<script>");
    }

    @Test
    void hostileTextStaysACellInCsv() {
        String csv = CsvReport.render(
                Evaluations.report(List.of(one(false, Evaluations.sample("=HYPERLINK(\"x\")", Outcome.FAILED)))));

        assertThat(csv).contains(",\"'=HYPERLINK(\"\"x\"\")\",failed,false,0.0031,5.200,0.800,3.100,own,,,,,\r\n");
        assertThat(csv.lines()).hasSize(2);
    }

    @Test
    void earlyStopsLeaveTheCurveOutAndSayWhy() {
        Report report = Evaluations.report(List.of(one(true, of(Outcome.FAILED), of(Outcome.RESOLVED))));

        assertThat(report.curve()).isEmpty();
        assertThat(report.forecast()).isEmpty();
        assertThat(HtmlReport.render(report))
                .contains("Undefined: some runs stopped early", "undefined: runs stopped early");
        assertThat(MarkdownReport.render(report)).doesNotContain("Coverage against samples");
    }

    @Test
    void oneSampleEachHasACurveAndNoForecast() {
        Report report = Evaluations.report(List.of(one(false, of(Outcome.RESOLVED))));

        assertThat(report.curve()).hasSize(1);
        assertThat(report.forecast()).isEmpty();
        assertThat(HtmlReport.render(report)).contains("None: it takes two or more samples");
    }

    @Test
    void anUnknownPriceIsSaidAndNotDrawn() {
        EvaluatedSample free = new EvaluatedSample(
                "arm",
                Outcome.FAILED,
                false,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Duration.ZERO,
                Optional.empty(),
                Optional.empty());
        Report report = Evaluations.report(List.of(one(false, free, of(Outcome.RESOLVED))));

        assertThat(HtmlReport.render(report)).contains("Unknown: a charge has no known price.", "<td>unknown</td>");
        assertThat(CsvReport.render(report)).contains(",failed,false,,,,0.000,,,,,,\r\n");
    }

    @Test
    void saysWhereNoModelWasCalled() {
        assertThat(MarkdownReport.render(Evaluations.report(List.of(one(false, of(Outcome.RESOLVED))))))
                .contains("| FLOPs per covered instance | no model |", "FLOPs: no model was called.");
    }

    @Test
    void nothingResolvedIsDrawnToo() {
        String page =
                HtmlReport.render(Evaluations.report(List.of(one(false, of(Outcome.FAILED), of(Outcome.NO_PATCH)))));

        assertThat(page).contains("nothing resolved").doesNotContain("NaN");
    }

    @Test
    void armsAndRepositoriesAddUpToTheWhole() {
        assertThat(REPORT.repositories().stream().mapToInt(Group::instances).sum())
                .isEqualTo(40);
        assertThat(REPORT.arms().stream().mapToInt(Group::samples).sum()).isEqualTo(40 * 32);
        assertThat(REPORT.arms())
                .extracting(Group::name)
                .containsExactly("embedded mutation", "qwen3-coder:30b, T 1.0");
    }

    @Test
    void reportIsReadAsJson() {
        JsonNode json = JsonMapper.shared().valueToTree(REPORT);

        assertThat(json.at("/scorecard/instances").intValue()).isEqualTo(40);
        assertThat(json.at("/curve/0/k").intValue()).isEqualTo(1);
        assertThat(json.at("/forecast/points/0/betaBinomial/interval/confidence")
                        .doubleValue())
                .isEqualTo(0.95);
        assertThat(json.at("/instances/0/samples/0/outcome").isString()).isTrue();
    }

    @Test
    void refusesAnInstanceWithoutSamples() {
        assertThatThrownBy(() -> one(false))
                .hasMessage("a__b-1 has no samples to report; leave it to the list of problems");
    }

    @Test
    void aBigEvaluationMakesAPageOfModestSize() {
        String page = HtmlReport.render(Evaluations.report(Evaluations.instances(500, 100)));

        assertThat(page.length()).isLessThan(3_000_000);
        assertThat(page).contains("100 more instances are in the CSV file.");
    }
}
