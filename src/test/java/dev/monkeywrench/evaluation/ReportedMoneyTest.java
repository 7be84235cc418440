package dev.monkeywrench.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.monkeywrench.instance.InstanceId;
import dev.monkeywrench.run.Judging;
import dev.monkeywrench.run.VerdictKind;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What samples cost, how much models computed for them, and what held-out tests say, from a folder to its report. */
class ReportedMoneyTest {

    private static final String MODEL = "ollama/coder:7b";

    @TempDir
    private Path folder;

    @Test
    void aFolderKeepsWhatASampleCost() {
        EvaluationRecord record = record(run("a__b-1", Optional.of("1"), sample("1", VerdictKind.PASSED, 1000)));
        EvaluationRecords.write(folder, record);
        assertThat(EvaluationRecords.read(folder)).isEqualTo(record);
    }

    @Test
    void aFolderOfAnEarlierVersionIsReadAndItsCostsAreSpread() throws Exception {
        Files.writeString(folder.resolve(EvaluationRecord.FILE), """
                {"format":1,"name":"old","conditions":"seed 1","seed":1,"runs":[{"instance":"a__b-1","repository":"a/b",
                "stopsEarly":false,"dollars":"0.04","samples":[
                {"arm":"m","digest":"1","duplicate":false,"verdict":"PASSED","verifyingMillis":200},
                {"arm":"m","digest":"2","duplicate":false,"verdict":"FAILED","verifyingMillis":300}]}]}
                """);
        JsonNode report = report(EvaluationRecords.read(folder), ReportExtras.NONE);
        assertThat(report.at("/conditions").asString()).contains("spread evenly over its samples");
        assertThat(report.at("/instances/0/samples/0/dollars").decimalValue()).isEqualByComparingTo("0.02");
        assertThat(report.at("/instances/0/samples/0/drawing").isNull()).isTrue();
        assertThat(report.at("/operations/basis").asString()).isEqualTo("unknown: no call of a model is recorded");
        assertThat(Files.readString(folder.resolve("report.html")))
                .contains("Of 2 samples it was not measured how long was drawn or waited.");
    }

    @Test
    void whatNoSamplePaysForIsOverhead() throws Exception {
        JsonNode report = report(
                record(run(
                        "a__b-1",
                        Optional.of("1"),
                        sample("1", VerdictKind.PASSED, 1000),
                        sample("2", VerdictKind.FAILED, 1000))),
                ReportExtras.NONE);
        // the run cost $0.04, each of its two samples 0.003
        assertThat(report.at("/instances/0/overhead").decimalValue()).isEqualByComparingTo("0.034");
        assertThat(report.at("/arms/0/dollars").decimalValue()).isEqualByComparingTo("0.006");
        assertThat(report.at("/arms/0/promptTokens").longValue()).isEqualTo(2000);
        assertThat(Files.readString(folder.resolve("report.csv")))
                .contains(",resolved,false,0.003,2.000,0.500,3.000,own,\"ollama/coder:7b\",1000,400,200,\r\n");
    }

    @Test
    void countsOperationsOfWhatWasComputedAndSaysWhatIsMissing() throws Exception {
        EvaluationRecord record = record(
                run("a__b-1", Optional.of("1"), sample("1", VerdictKind.PASSED, 1000)),
                run("a__b-2", Optional.empty(), sample("2", VerdictKind.FAILED, 1000)));
        JsonNode without = report(record, ReportExtras.NONE);
        assertThat(without.at("/operations/perCovered").isNull()).isTrue();
        assertThat(without.at("/operations/basis").asString())
                .isEqualTo("unknown: state the shape of ollama/coder:7b with --shape NAME=PARAMETERS,LAYERS,WIDTH");

        ReportExtras shaped = new ReportExtras(ModelShapes.NONE.and("ollama/*=7e9,28,3584"), Optional.empty());
        JsonNode with = report(record, shaped);
        // 600 prompt tokens that were not cached and 200 decoded, at places 400 to 1,200; two samples, one covered
        double one = 800 * 2 * (7e9 + 2.0 * 28 * 3584 * 800);
        assertThat(with.at("/operations/perCovered").doubleValue()).isCloseTo(2 * one, within(1e3));
        assertThat(with.at("/operations/perResolved").doubleValue()).isCloseTo(2 * one, within(1e3));
        assertThat(with.at("/operations/basis").asString()).startsWith("2 (N + 2 L d context)");
    }

    @Test
    void operationsThatCoveredNothingAreSharedByNothing() throws Exception {
        ReportExtras shaped = new ReportExtras(ModelShapes.NONE.and(MODEL + "=7e9,28,3584"), Optional.empty());
        report(record(run("a__b-1", Optional.empty(), sample("1", VerdictKind.FAILED, 1000))), shaped);
        assertThat(Files.readString(folder.resolve("report.md")))
                .contains("| FLOPs per covered instance | nothing covered |");
    }

    @Test
    void tokensThatNoServerCountedLeaveOperationsUnknown() throws Exception {
        ReportExtras shaped = new ReportExtras(ModelShapes.NONE.and(MODEL + "=7e9,28,3584"), Optional.empty());
        JsonNode report = report(
                record(run(
                        "a__b-1",
                        Optional.of("1"),
                        sample("1", VerdictKind.PASSED, 1000),
                        sample("2", VerdictKind.FAILED, -1))),
                shaped);
        assertThat(report.at("/operations/perCovered").isNull()).isTrue();
        assertThat(report.at("/operations/basis").asString())
                .isEqualTo("unknown: 1 samples have calls whose tokens no server counted");
        assertThat(report.at("/arms/0/promptTokens").isNull()).isTrue();
    }

    @Test
    void refusesShapesThatAreNone() {
        for (String wrong : List.of("x", "m=1,2", "m=1,2,x", "m=0,2,3", "=1,2,3", "m=7e9,28.5,1", "m=NaN,1,1")) {
            assertThatThrownBy(() -> ModelShapes.NONE.and(wrong))
                    .as(wrong)
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageContaining("a shape is NAME=PARAMETERS,LAYERS,WIDTH");
        }
    }

    @Test
    void heldOutTestsTellPassingPatchesThatAreWrong() throws Exception {
        EvaluationRecord seen = record(
                run("a__b-1", Optional.of("1"), passed("1"), passed("2")),
                run("a__b-2", Optional.of("3"), passed("3"), sample("4", VerdictKind.FAILED, 1)));
        EvaluationRecord hidden = record(
                run("a__b-1", Optional.empty(), sample("1", VerdictKind.FAILED, 1), passed("2")),
                run("a__b-2", Optional.empty(), passed("3")));

        JsonNode report = report(seen, new ReportExtras(ModelShapes.NONE, Optional.of(hidden)));
        assertThat(report.at("/deciding").asString()).isEqualTo("BLIND");
        assertThat(report.at("/scorecard/covered").intValue()).isEqualTo(2);
        assertThat(report.at("/scorecard/score").intValue()).isEqualTo(1); // of a__b-1 the wrong one was selected
        assertThat(report.at("/wrongPasses/estimate/passing").intValue()).isEqualTo(3);
        assertThat(report.at("/wrongPasses/estimate/wrong").intValue()).isEqualTo(1);
        assertThat(report.at("/wrongPasses/ceiling").doubleValue()).isCloseTo(2 / 3.0, within(1e-9));
        assertThat(Files.readString(folder.resolve("report.html")))
                .contains("BLIND: ", "passing, but wrong", "passed, but refused by held-out tests");
        assertThat(report(seen, ReportExtras.NONE).at("/deciding").asString()).isEqualTo("ORACLE");
    }

    @Test
    void refusesHeldOutTestsThatJudgedNothingOfIt() {
        EvaluationRecord seen = record(run("a__b-1", Optional.of("1"), passed("1")));
        EvaluationRecord other = record(run("a__b-1", Optional.empty(), passed("9")));
        assertThatThrownBy(() -> report(seen, new ReportExtras(ModelShapes.NONE, Optional.of(other))))
                .hasMessageContaining("judged no patch that passed");
    }

    private JsonNode report(EvaluationRecord record, ReportExtras extras) throws Exception {
        ReportFiles.write(folder, record, extras, EnumSet.allOf(ReportKind.class));
        return JsonMapper.shared().readTree(folder.resolve("report.json"));
    }

    private static EvaluationRecord record(ReportedRun... runs) {
        return new EvaluationRecord("A suite", "seed 1", 1, List.of(runs));
    }

    private static ReportedRun run(String id, Optional<String> selected, ReportedSample... samples) {
        return new ReportedRun(
                new InstanceId(id), "a/b", false, List.of(samples), Optional.of(new BigDecimal("0.04")), selected);
    }

    private static ReportedSample passed(String digest) {
        return sample(digest, VerdictKind.PASSED, 1000);
    }

    /** Tokens below 0: no server counted them. */
    private static ReportedSample sample(String digest, VerdictKind verdict, long prompt) {
        OptionalLong cached = prompt < 400 ? OptionalLong.empty() : OptionalLong.of(400);
        return new ReportedSample(
                "coder",
                Optional.of(digest),
                false,
                Optional.of(verdict),
                Duration.ofMillis(200),
                Optional.of(new ReportedCost(
                        Optional.of(new BigDecimal("0.003")),
                        Optional.of(MODEL),
                        prompt < 0 ? OptionalLong.empty() : OptionalLong.of(prompt),
                        cached,
                        OptionalLong.of(200),
                        Duration.ofSeconds(2),
                        Optional.of(Duration.ofMillis(500)),
                        Duration.ofSeconds(3),
                        Judging.OWN,
                        OptionalDouble.empty())));
    }
}
