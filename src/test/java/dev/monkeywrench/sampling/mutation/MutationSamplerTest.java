package dev.monkeywrench.sampling.mutation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.monkeywrench.context.FaultEvidence;
import dev.monkeywrench.sampling.DrawOutcome;
import dev.monkeywrench.sampling.Sample;
import dev.monkeywrench.sampling.SampleSource;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class MutationSamplerTest {

    private static final String ACCOUNT = """
            def withdraw(balance, amount):
                if amount < balance:
                    return balance - amount
                return balance
            """;

    @Test
    void drawsTheSameSequenceForTheSameSeed() throws InterruptedException {
        assertThat(digests(Drawing.of("account.py", ACCOUNT), 200))
                .isEqualTo(digests(Drawing.of("account.py", ACCOUNT), 200));
    }

    @Test
    void drawsAnotherOrderForAnotherSeed() throws InterruptedException {
        Drawing drawing = Drawing.of("account.py", ACCOUNT);
        assertThat(digests(drawing, 50)).isNotEqualTo(digests(drawing.seeded(2), 50));
    }

    @Test
    void neverDrawsAPatchTwice() throws InterruptedException {
        assertThat(digests(Drawing.of("account.py", ACCOUNT), 600)).doesNotHaveDuplicates();
    }

    @Test
    void drawsAnOrdinalWithoutThoseBeforeIt() throws InterruptedException {
        String wanted = digests(Drawing.of("account.py", ACCOUNT), 100).get(99);
        DrawOutcome outcome = Drawing.of("account.py", ACCOUNT)
                .source()
                .draw(List.of(Drawing.draw(99)))
                .getFirst();
        assertThat(outcome)
                .isInstanceOfSatisfying(
                        DrawOutcome.Drawn.class,
                        drawn -> assertThat(drawn.sample())
                                .isInstanceOfSatisfying(
                                        Sample.Drafted.class,
                                        sample -> assertThat(sample.candidate()
                                                        .digest()
                                                        .value())
                                                .isEqualTo(wanted)));
    }

    @Test
    void isExhaustedWhenNothingIsLeft() throws InterruptedException {
        SampleSource source = Drawing.of("one.py", "ANSWER = 1\n").source();
        assertThat(source.draw(List.of(Drawing.draw(100_000))).getFirst()).isInstanceOf(DrawOutcome.Exhausted.class);
    }

    @Test
    void isExhaustedAtOnceWithoutSourceFiles() throws InterruptedException {
        SampleSource source = Drawing.of("README.md", "words").source();
        assertThat(source.draw(List.of(Drawing.draw(0))).getFirst()).isInstanceOf(DrawOutcome.Exhausted.class);
    }

    @Test
    void leavesTestsAndForeignCodeAlone() throws InterruptedException {
        Drawing drawing = new Drawing(
                Map.of(
                        "account.py", ACCOUNT,
                        "tests/test_account.py", ACCOUNT,
                        "conftest.py", ACCOUNT,
                        "vendor/other.py", ACCOUNT,
                        "docs/conf.py", ACCOUNT),
                "",
                FaultEvidence.none(),
                1);
        assertThat(drawing.first(300))
                .allSatisfy(sample -> assertThat(sample.origin()).contains(" account.py:"));
    }

    @Test
    void tellsTemplatePlaceAndChange() throws InterruptedException {
        assertThat(Drawing.of("account.py", ACCOUNT).first(300))
                .extracting(Sample.Drafted::origin)
                .contains("replace a comparison, account.py:2: if amount < balance: → if amount <= balance:");
    }

    @Test
    void looksFirstWhereATraceInTheStatementEnds() throws InterruptedException {
        String other = ACCOUNT.replace("withdraw", "deposit");
        Drawing drawing = new Drawing(Map.of("account.py", ACCOUNT + "\n\n" + other), "", FaultEvidence.none(), 1);
        String trace = """
                Traceback (most recent call last):
                  File "/home/user/shop.py", line 40, in pay
                  File "account.py", line 8, in deposit
                ValueError: no
                """;
        assertThat(linesOf(drawing.stated(trace).first(5))).allMatch(line -> line >= 7);
        assertThat(linesOf(drawing.first(5))).anyMatch(line -> line < 7);
    }

    private static List<Integer> linesOf(List<Sample.Drafted> samples) {
        return samples.stream()
                .map(sample -> sample.origin().replaceFirst("(?s).* account\\.py:(\\d+):.*", "$1"))
                .map(Integer::valueOf)
                .toList();
    }

    @Test
    void prefersBoundsMissedByOneToQuestionsTurnedRound() throws InterruptedException {
        List<String> origins = Drawing.of("account.py", ACCOUNT).first(300).stream()
                .map(Sample.Drafted::origin)
                .toList();
        int bound = origins.indexOf("replace a comparison, account.py:2: if amount < balance: → if amount <= balance:");
        int turned = origins.indexOf("replace a comparison, account.py:2: if amount < balance: → if amount > balance:");
        assertThat(bound).isNotNegative().isLessThan(turned);
    }

    private static List<String> digests(Drawing drawing, int count) throws InterruptedException {
        return drawing.first(count).stream()
                .map(sample -> sample.candidate().digest().value())
                .toList();
    }
}
