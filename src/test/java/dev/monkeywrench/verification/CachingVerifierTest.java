package dev.monkeywrench.verification;

import static org.assertj.core.api.Assertions.assertThat;

import dev.monkeywrench.instance.CommitId;
import dev.monkeywrench.instance.Environment;
import dev.monkeywrench.instance.EvalType;
import dev.monkeywrench.instance.ExpectedTests;
import dev.monkeywrench.instance.GradedInstance;
import dev.monkeywrench.instance.HiddenTests;
import dev.monkeywrench.instance.Instance;
import dev.monkeywrench.instance.InstanceId;
import dev.monkeywrench.instance.ProblemStatement;
import dev.monkeywrench.instance.ReportFormat;
import dev.monkeywrench.instance.RepositoryPath;
import dev.monkeywrench.instance.RepositoryRef;
import dev.monkeywrench.instance.TestId;
import dev.monkeywrench.instance.TestProcedure;
import dev.monkeywrench.instance.VisibleTests;
import dev.monkeywrench.patch.Patch;
import dev.monkeywrench.patch.Patches;
import dev.monkeywrench.sandbox.Limits;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What later runs need not run again, and what they must. */
class CachingVerifierTest {

    private static final Instant NOW = Instant.parse("2026-11-21T03:00:00Z");
    private static final TestId TEST = new TestId("t.py::a");
    private static final Patch PATCH = Patches.between(new RepositoryPath("x.py"), "a\n", "b\n");
    private static final Limits LIMITS = new Limits(1 << 20, 1, 10, 1 << 20, 1 << 20, Duration.ofMinutes(1));
    private static final Duration TEN = Duration.ofMinutes(10);
    private static final VerificationPolicy POLICY = new VerificationPolicy(LIMITS, TEN, Duration.ofMinutes(5));
    private static final TestProcedure COMMAND = new TestProcedure.TestCommand("pytest", junit());
    private static final HiddenTests TESTS = new HiddenTests(COMMAND, Optional.empty(), Optional.empty());

    private final CountingVerifier runs = new CountingVerifier(baseline(TestStatus.FAILED), passed());
    private final VerdictCache cache = new InMemoryVerdictCache(() -> NOW, 100, Duration.ofDays(1));
    private final Verifier verifier = Verifiers.caching(runs, cache, () -> NOW);

    @TempDir
    private Path folder;

    @Test
    void laterRunRunsNothingAndSaysWhoDid() throws Exception {
        Verification first = verify("one", POLICY, TESTS);
        Preparation.Ready ready = prepare("two", POLICY, TESTS, Optional.empty());
        Verification second = ready.verifier().verify(PATCH, "verify");

        assertThat(runs.baselines).isEqualTo(1);
        assertThat(runs.verifications).isEqualTo(1);
        assertThat(second.verdict()).isEqualTo(first.verdict());
        assertThat(first.provenance().orElseThrow().cached()).isFalse();
        assertThat(first.provenance().orElseThrow().run()).isEqualTo("one");
        Provenance source = second.provenance().orElseThrow();
        assertThat(source).isEqualTo(new Provenance(source.key(), "one", NOW, true));
        assertThat(source.key()).isEqualTo(first.provenance().orElseThrow().key());
        assertThat(ready.baseline().provenance().orElseThrow().cached()).isTrue();
    }

    /** A run killed between keeping and journaling must pay again what it would have paid. */
    @Test
    void runDoesNotFindWhatItKeptItself() throws Exception {
        verify("one", POLICY, TESTS);
        verify("one", POLICY, TESTS);
        assertThat(runs.baselines).isEqualTo(2);
        assertThat(runs.verifications).isEqualTo(2);
        Verification later = verify("two", POLICY, TESTS);
        assertThat(later.provenance().orElseThrow().cached()).isTrue();
    }

    @Test
    void freshVerdictsAreRunAndDoNotHideWhatWasKept() throws Exception {
        verify("one", POLICY, TESTS);
        Verification fresh = verify("two", fresh(), TESTS);
        assertThat(fresh.provenance().orElseThrow().cached()).isFalse();
        assertThat(runs.baselines).isEqualTo(2);
        assertThat(runs.verifications).isEqualTo(2);
        assertThat(verify("three", POLICY, TESTS).provenance().orElseThrow().run())
                .isEqualTo("one");
    }

    @Test
    void verdictThatAFreshOneBeliesIsNotUsedAgain() throws Exception {
        verify("one", POLICY, TESTS);
        runs.verification = failed();
        verify("two", fresh(), TESTS);
        assertThat(verify("three", POLICY, TESTS).provenance().orElseThrow().cached())
                .isFalse();
    }

    @ParameterizedTest
    @MethodSource("differences")
    void otherCircumstancesAreAnotherVerdict(String what, VerificationPolicy policy, HiddenTests tests)
            throws Exception {
        verify("one", POLICY, TESTS);
        Verification other = verify("two", policy, tests);
        assertThat(other.provenance().orElseThrow().cached()).as(what).isFalse();
        assertThat(runs.verifications).isEqualTo(2);
    }

    static Stream<Arguments> differences() {
        Limits small = new Limits(1 << 19, 1, 10, 1 << 20, 1 << 20, Duration.ofMinutes(1));
        return Stream.of(
                different("memory", new VerificationPolicy(small, TEN, Duration.ofMinutes(5)), TESTS),
                different("time", new VerificationPolicy(LIMITS, Duration.ofMinutes(10), Duration.ofMinutes(4)), TESTS),
                different("command", POLICY, tests(new TestProcedure.TestCommand("pytest -x", junit()))),
                different(
                        "report",
                        POLICY,
                        tests(new TestProcedure.TestCommand("pytest", new ReportFormat.Log("parse_log_pytest")))),
                different(
                        "script",
                        POLICY,
                        tests(new TestProcedure.EvalScript("pytest", "parse_log_pytest", EvalType.PASS_AND_FAIL))),
                different("test patch", POLICY, new HiddenTests(COMMAND, Optional.of("diff"), Optional.empty())));
    }

    private static Arguments different(String what, VerificationPolicy policy, HiddenTests tests) {
        return Arguments.of(what, policy, tests);
    }

    @Test
    void otherBaselineIsAnotherVerdict() throws Exception {
        judge("one", baseline(TestStatus.FAILED));
        judge("two", baseline(TestStatus.ERROR));
        assertThat(runs.verifications).isEqualTo(2);
    }

    @Test
    void otherPatchIsAnotherVerdict() throws Exception {
        verify("one", POLICY, TESTS);
        Patch other = Patches.between(new RepositoryPath("x.py"), "a\n", "c\n");
        prepare("two", POLICY, TESTS, Optional.empty()).verifier().verify(other, "verify");
        assertThat(runs.verifications).isEqualTo(2);
    }

    @ParameterizedTest
    @MethodSource("passingEndings")
    void endingsThatDependOnTheDayAreNotKept(Verification ending) throws Exception {
        runs.verification = ending;
        verify("one", POLICY, TESTS);
        verify("two", POLICY, TESTS);
        assertThat(runs.verifications).isEqualTo(2);
    }

    static Stream<Verification> passingEndings() {
        return Stream.of(
                judged(new Verdict.TimedOut("r")),
                judged(new Verdict.Tampered("r")),
                judged(new Verdict.Inconclusive("r", false)),
                new Verification(
                        failed().verdict(), TestReport.none(), List.of(), "out of memory", Duration.ofSeconds(1)),
                new Verification(new Verdict.NotApplied("empty"), TestReport.none(), List.of(), "", Duration.ZERO));
    }

    @Test
    void verdictThatTookLongerThanTheLimitIsRunAgain() throws Exception {
        runs.verification = new Verification(
                new Verdict.Passed(), report(TestStatus.PASSED), List.of(), "", Duration.ofSeconds(40));
        Baseline quick = baseline(TestStatus.FAILED);
        Baseline slow = new Baseline(quick.expected(), quick.contradictions(), quick.report(), Duration.ofSeconds(9));
        judge("one", slow);
        judge("two", quick);
        assertThat(runs.verifications).isEqualTo(2);
        judge("three", slow);
        assertThat(runs.verifications).isEqualTo(2);
    }

    @Test
    void baselineWithoutAReportIsRunAgain() throws Exception {
        Baseline silent = baseline(TestStatus.FAILED);
        runs.baseline = new Baseline(silent.expected(), List.of(), TestReport.none(), silent.elapsed());
        verify("one", POLICY, TESTS);
        verify("two", POLICY, TESTS);
        assertThat(runs.baselines).isEqualTo(2);
    }

    private Verification verify(String run, VerificationPolicy policy, HiddenTests tests) throws Exception {
        return prepare(run, policy, tests, Optional.empty()).verifier().verify(PATCH, "verify");
    }

    private void judge(String run, Baseline known) throws Exception {
        prepare(run, POLICY, TESTS, Optional.of(known)).verifier().verify(PATCH, "verify");
    }

    private Preparation.Ready prepare(
            String run, VerificationPolicy policy, HiddenTests tests, Optional<Baseline> known) throws Exception {
        Instance instance = new Instance(
                new InstanceId("test-1"),
                new RepositoryRef.Local(folder),
                new CommitId("0".repeat(40)),
                new ProblemStatement(""),
                new Environment.Recipe("python"),
                VisibleTests.none());
        return (Preparation.Ready) verifier.prepare(
                new GradedInstance(instance, tests, Optional.empty()),
                new CommitOnly(),
                new ScriptedSandboxes(),
                run,
                policy,
                known);
    }

    private static ReportFormat junit() {
        return new ReportFormat.JunitXml(List.of());
    }

    private static HiddenTests tests(TestProcedure command) {
        return new HiddenTests(command, Optional.empty(), Optional.empty());
    }

    private static VerificationPolicy fresh() {
        return new VerificationPolicy(LIMITS, TEN, Duration.ofMinutes(5), true, RepeatPolicy.once(), StatusDemand.FULL);
    }

    private static Baseline baseline(TestStatus status) {
        return new Baseline(
                new ExpectedTests(List.of(TEST), List.of()), List.of(), report(status), Duration.ofMillis(7));
    }

    private static Verification passed() {
        return judged(new Verdict.Passed());
    }

    private static Verification failed() {
        return judged(new Verdict.Failed(List.of(TEST), List.of(), "r"));
    }

    private static Verification judged(Verdict verdict) {
        return new Verification(verdict, report(TestStatus.FAILED), List.of(), "log", Duration.ofSeconds(1));
    }

    private static TestReport report(TestStatus status) {
        return new TestReport(Map.of(TEST, status), true, OptionalInt.of(1));
    }
}
