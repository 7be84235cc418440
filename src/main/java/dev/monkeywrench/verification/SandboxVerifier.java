package dev.monkeywrench.verification;

import dev.monkeywrench.context.FaultEvidence;
import dev.monkeywrench.instance.GradedInstance;
import dev.monkeywrench.instance.HiddenTests;
import dev.monkeywrench.instance.Instance;
import dev.monkeywrench.instance.ReportFormat;
import dev.monkeywrench.instance.TestProcedure;
import dev.monkeywrench.sandbox.SandboxUnavailable;
import dev.monkeywrench.sandbox.Sandboxes;
import dev.monkeywrench.sandbox.Template;
import dev.monkeywrench.verification.log.LogParsers;
import dev.monkeywrench.workspace.Workspace;
import java.util.Optional;
import java.util.random.RandomGenerator;

/**
 * Verifies in sandboxes, a fresh one for each run of the tests.
 *
 * @param random of the secrets of each run; must be unpredictable
 */
record SandboxVerifier(RandomGenerator random) implements Verifier {

    private static final String LABEL = "prepare";

    @Override
    public Preparation prepare(
            GradedInstance instance,
            Workspace workspace,
            Sandboxes sandboxes,
            String run,
            VerificationPolicy policy,
            Optional<Baseline> known)
            throws InterruptedException {
        HiddenTests tests = instance.hiddenTests();
        Optional<RunReader> reader = RunReader.of(tests.procedure());
        if (reader.isEmpty()) {
            return unknownParser(tests.procedure());
        }
        try {
            Template template =
                    sandboxes.prepare(Environments.spec(instance.instance().environment(), workspace));
            TestRunner runner =
                    new TestRunner(sandboxes, template, workspace.baseCommit(), policy.limits(), run, random);
            Judges judges = new Judges(runner, reader.get(), tests, policy);
            if (known.isPresent()) {
                return judges.beside(known.get());
            }
            if (policy.repeats().baselineRuns() == 0 && tests.expected().isPresent()) {
                return judges.beside(Baseline.unmeasured(tests.expected().get()));
            }
            return switch (new BaselineRun(runner, reader.get(), tests, policy, LABEL).find()) {
                case BaselineRun.Finding.Sound sound -> judges.beside(sound.baseline());
                case BaselineRun.Finding.Unsound unsound -> unsound.why();
                case BaselineRun.Finding.Unavailable unavailable -> unavailable.why();
            };
        } catch (SandboxUnavailable e) {
            return new Preparation.Unavailable(String.valueOf(e.getMessage()), e.retryable());
        }
    }

    @Override
    public FaultEvidence observe(
            Instance instance, Workspace workspace, Sandboxes sandboxes, String run, VerificationPolicy policy)
            throws InterruptedException {
        Optional<RunReader> reader = instance.visibleTests().procedure().flatMap(RunReader::of);
        if (reader.isEmpty()) {
            return FaultEvidence.none();
        }
        try {
            Template template = sandboxes.prepare(Environments.spec(instance.environment(), workspace));
            TestRunner runner =
                    new TestRunner(sandboxes, template, workspace.baseCommit(), policy.limits(), run, random);
            return new Observation(runner, reader.get(), workspace, policy).observe();
        } catch (SandboxUnavailable e) {
            return FaultEvidence.none();
        }
    }

    private static Preparation unknownParser(TestProcedure procedure) {
        return switch (procedure) {
            case TestProcedure.EvalScript script -> unknownParser("log_parser", script.logParser());
            case TestProcedure.TestCommand command ->
                unknownParser("report", command.report() instanceof ReportFormat.Log log ? log.parser() : "");
        };
    }

    private static Preparation unknownParser(String field, String name) {
        String known = String.join(", ", LogParsers.names());
        return new Preparation.Unsound(field, "There is no log parser '" + name + "'. Known are " + known, "");
    }
}
