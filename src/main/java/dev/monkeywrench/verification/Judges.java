package dev.monkeywrench.verification;

import dev.monkeywrench.instance.HiddenTests;
import dev.monkeywrench.instance.RepositoryPath;
import dev.monkeywrench.instance.TestProcedure;
import dev.monkeywrench.sandbox.SandboxUnavailable;
import java.util.Set;
import java.util.TreeSet;

/** Makes the judges of one instance's candidates. */
record Judges(TestRunner runner, RunReader reader, HiddenTests tests, VerificationPolicy policy) {

    /** One for what is known of the unpatched tree. */
    Preparation.Ready beside(Baseline baseline) {
        Judging judging = baseline.isMeasured()
                ? new RunJudge(reader, baseline, policy)
                : new ListJudge(reader, baseline, policy, this::unpatched);
        InstanceVerifier judge = new CandidateJudge(
                runner,
                reader,
                new ProtectedPaths(pathsOfTests()),
                tests.testPatch(),
                policy.repeats(),
                judging,
                Suspects.of(baseline),
                new Sequence(baseline, policy.statuses(), RunJudge.limit(baseline, policy)));
        return new Preparation.Ready(judge, baseline);
    }

    private BaselineRun.Finding unpatched(String label) throws SandboxUnavailable, InterruptedException {
        return new BaselineRun(runner, reader, tests, policy, label).find();
    }

    private Set<RepositoryPath> pathsOfTests() {
        Set<RepositoryPath> paths = new TreeSet<>();
        tests.testPatch().map(DiffPaths::in).ifPresent(paths::addAll);
        if (tests.procedure() instanceof TestProcedure.EvalScript script) {
            paths.addAll(DiffPaths.in(script.script()));
        }
        return paths;
    }
}
