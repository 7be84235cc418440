package dev.monkeywrench.rest;

import static org.assertj.core.api.Assertions.assertThat;

import dev.monkeywrench.evaluation.EvaluationId;
import dev.monkeywrench.evaluation.Evaluations;
import dev.monkeywrench.run.RecentAccounts;
import dev.monkeywrench.run.RunId;
import dev.monkeywrench.run.RunRecords;
import java.io.IOException;
import java.math.BigDecimal;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * The budget of an evaluation over REST and by commands. Each sandbox uses 3 ms of a processor, which is a thirtieth of a
 * millionth of a dollar.
 */
class EvaluationBudgetLifeTest extends EvaluationServiceFixture {

    private static final String PLAN = "{\"samples\": 100, \"stopAfter\": 0, \"seed\": 11}";
    private static final BigDecimal SMALL = new BigDecimal("0.000002");
    private static final BigDecimal LARGER = new BigDecimal("0.000005");

    /** What sandboxes that are open at the end of a budget may go beyond it. */
    private static final BigDecimal OVERRUN = new BigDecimal("0.0000005");

    @TempDir
    private Path folder;

    private static String submit(int instances, BigDecimal dollars) {
        ObjectNode request = client.request(PLAN, 1, instances);
        request.putObject("budget").put("dollars", dollars);
        return client.submit(request);
    }

    private static HttpResponse<String> patch(String id, String body) {
        return service.send(service.request(EvaluationClient.EVALUATIONS + "/" + id)
                .header("Content-Type", "application/json")
                .method("PATCH", HttpRequest.BodyPublishers.ofString(body)));
    }

    private static JsonNode changed(String id, String body) {
        HttpResponse<String> reply = patch(id, body);
        assertThat(reply.statusCode()).as(reply.body()).isEqualTo(200);
        return RunningService.json(reply);
    }

    /** What counts against the budget, to the last digit. */
    private static BigDecimal charged(String id) {
        return service.bean(Evaluations.class)
                .find(new EvaluationId(id))
                .orElseThrow()
                .charged()
                .dollars();
    }

    /** The runs of the latest attempts. */
    private static List<String> runs(String id) {
        return client.members(id, "").stream()
                .map(member -> member.path("runId").asString(""))
                .filter(run -> !run.isEmpty())
                .toList();
    }

    private static BigDecimal bill(Collection<String> runs) {
        return runs.stream()
                .map(run -> service.bean(RunRecords.class).find(new RunId(run)).orElseThrow())
                .map(run -> service.bean(RecentAccounts.class).of(run).bill().total())
                .map(total -> total.dollars().orElseThrow())
                .reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    private static List<Integer> attempts(String id) {
        return client.members(id, "").stream()
                .map(member -> member.get("attempts").intValue())
                .toList();
    }

    @Test
    void largerBudgetTakesUpWhatIsUndoneAndCountsWhatWasSpent() {
        String id = submit(3, SMALL);
        JsonNode spent = client.await(id, "COMPLETED");
        assertThat(spent.get("endReason").stringValue()).isEqualTo("BUDGET_SPENT");
        assertThat(attempts(id)).containsExactly(1, 0, 0);
        Set<String> runs = new HashSet<>(runs(id));

        changed(id, "{\"budget\": {\"dollars\": " + LARGER.toPlainString() + "}}");
        JsonNode again = client.await(id, "COMPLETED");
        assertThat(again.get("endReason").stringValue()).isEqualTo("BUDGET_SPENT");
        assertThat(charged(id)).isGreaterThan(SMALL.add(OVERRUN)).isLessThan(LARGER.add(OVERRUN));
        assertThat(attempts(id)).containsExactly(1, 1, 0);
        runs.addAll(runs(id));

        JsonNode woken = changed(id, "{\"budget\": {\"dollars\": null}, \"parallel\": 3}");
        assertThat(woken.at("/budget/dollars").isNull()).isTrue();
        assertThat(woken.get("parallel").intValue()).isEqualTo(3);
        JsonNode end = client.await(id, "COMPLETED");
        assertThat(end.get("endReason").stringValue()).isEqualTo("ALL_ENDED");
        assertThat(attempts(id)).containsExactly(2, 2, 1);
        runs.addAll(runs(id));
        assertThat(runs).hasSize(5);
        assertThat(charged(id)).isEqualByComparingTo(bill(runs));
        assertThat(client.members(id, "").stream()
                        .map(member -> member.at("/result/samples").intValue()))
                .containsExactly(100, 100, 100);
    }

    @Test
    void refusesWhatIsSpentWhatIsWholeAndWhatIsCancelled() {
        String id = submit(2, SMALL);
        client.await(id, "COMPLETED");

        HttpResponse<String> less = patch(id, "{\"budget\": {\"dollars\": 0.000001}}");
        assertThat(less.statusCode()).isEqualTo(422);
        JsonNode problem = RunningService.json(less);
        assertThat(problem.get("type").stringValue()).isEqualTo("/errors/invalid-evaluation");
        assertThat(problem.at("/errors/0/field").stringValue()).isEqualTo("budget.dollars");
        assertThat(problem.at("/errors/0/problem").stringValue())
                .startsWith("is 0.000001, less than the 0.00000")
                .endsWith(" that the evaluation has spent");
        assertThat(problem.at("/errors/0/remedy").stringValue()).contains("or more, or null for no limit");

        HttpResponse<String> resumed = client.act(id, "resume");
        assertThat(resumed.statusCode()).isEqualTo(409);
        assertThat(resumed.body()).contains("raise its budget instead");

        changed(id, "{\"budget\": null}");
        client.await(id, "COMPLETED");
        HttpResponse<String> whole = patch(id, "{\"budget\": {\"tokens\": null, \"dollars\": null}}");
        assertThat(whole.statusCode()).isEqualTo(422);

        String cancelled = submit(2, SMALL);
        client.act(cancelled, "cancel");
        client.await(cancelled, found -> !found.get("state").stringValue().equals("RUNNING"));
        HttpResponse<String> late = patch(cancelled, "{\"budget\": {\"dollars\": 1}}");
        assertThat(late.statusCode()).as(late.body()).isEqualTo(409);
        assertThat(RunningService.json(late).get("type").stringValue()).isEqualTo("/errors/evaluation-over");
    }

    @Test
    void refusesChangesThatCannotBeRead() {
        String id = submit(1, LARGER);

        for (String body : List.of(
                "{}",
                "[]",
                "{\"parallel\": null}",
                "{\"parallel\": 0}",
                "{\"budget\": 7}",
                "{\"budget\": {\"dollars\": -1}}",
                "{\"budget\": {\"euros\": 1}}",
                "{\"plan\": {}}")) {
            assertThat(patch(id, body).statusCode()).as(body).isEqualTo(422);
        }
    }

    @Test
    void sameCommandWithLargerBudgetGoesOn() throws IOException {
        String[] words = evaluate("x", "y");

        assertThat(mw(with(words, "--max-cost", SMALL.toPlainString())).results())
                .contains("ended by its budget: 1 instances did not begin, 1 were cut short")
                .contains("the same command with a larger budget takes them up");

        Said raised = mw(with(words, "--max-cost", "1"));
        assertThat(raised.results()).contains("resolved ").doesNotContain("cut short");
        assertThat(raised.err()).contains("going on with evaluation", "its budget is changed");

        Said again = mw(with(words, "--max-cost", "2"));
        assertThat(again.results()).contains("resolved ");
        assertThat(again.err()).contains("going on with evaluation").doesNotContain("its budget is changed");
    }

    /** All of them began, so that nothing but a larger budget tells that something is left. */
    @Test
    void sameCommandTakesUpWhatWasCutShortAtTheVeryEnd() throws IOException {
        String[] words = evaluate("z");

        assertThat(mw(with(words, "--max-cost", SMALL.toPlainString())).results())
                .contains("ended by its budget: 0 instances did not begin, 1 were cut short");
        Said raised = mw(with(words, "--max-cost", "1"));

        assertThat(raised.err()).contains("its budget is changed");
        assertThat(raised.results()).contains("100 samples").doesNotContain("cut short");
    }

    private String[] evaluate(String... statements) throws IOException {
        List<String> rows = client.request(PLAN, 1, List.of(statements))
                .at("/suite/instances")
                .valueStream()
                .map(JsonNode::toString)
                .toList();
        String suite = Files.write(folder.resolve("suite.jsonl"), rows).toString();
        return new String[] {"evaluate", "--suite", suite, "--samples", "100", "--stop-after", "0", "-j", "1"};
    }

    @Test
    void resumesByIdWithLargerBudget() {
        String id = submit(2, SMALL);
        client.await(id, "COMPLETED");

        Said less = mw("resume", id, "--max-cost", "0.000001");
        assertThat(less.status()).isEqualTo(1);
        assertThat(less.err()).contains("less than the 0.00000");
        assertThat(mw("resume", id, "--max-cost", "1").results()).contains("resumed");

        assertThat(client.await(id, "COMPLETED").get("endReason").stringValue()).isEqualTo("ALL_ENDED");
    }

    private static String[] with(String[] words, String... more) {
        List<String> all = new ArrayList<>(List.of(words));
        all.addAll(List.of(more));
        return all.toArray(String[]::new);
    }
}
