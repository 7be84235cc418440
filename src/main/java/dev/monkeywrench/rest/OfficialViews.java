package dev.monkeywrench.rest;

import dev.monkeywrench.instance.HiddenTests;
import dev.monkeywrench.instance.TestId;
import dev.monkeywrench.run.RunId;
import dev.monkeywrench.run.RunRecords;
import dev.monkeywrench.verification.Baseline;
import dev.monkeywrench.verification.EvalScripts;
import dev.monkeywrench.verification.LawfulTests;
import dev.monkeywrench.verification.Verification;
import java.util.List;
import java.util.Optional;

/** Shows what the official harness would say of the samples of one run. */
record OfficialViews(HiddenTests tests, Baseline baseline) {

    /** Empty where the run has not looked at the unpatched tree yet. */
    static Optional<OfficialViews> of(RunId run, RunRecords records) {
        return records.prepared(run)
                .flatMap(prepared -> records.instance(run)
                        .map(instance -> new OfficialViews(instance.hiddenTests(), prepared.baseline())));
    }

    OfficialView view(Verification verification) {
        Optional<LawfulTests> lawful = EvalScripts.lawful(tests, baseline, verification);
        return new OfficialView(
                lawful.isPresent(),
                lawful.filter(LawfulTests::resolved).isPresent(),
                lawful.map(OfficialViews::lists).orElse(null),
                EvalScripts.output(tests, verification));
    }

    private static OfficialView.TestsStatusView lists(LawfulTests lawful) {
        return new OfficialView.TestsStatusView(
                new OfficialView.ListsView(names(lawful.repaired()), names(lawful.stillFailing())),
                new OfficialView.ListsView(names(lawful.kept()), names(lawful.broken())));
    }

    private static List<String> names(List<TestId> tests) {
        return tests.stream().map(TestId::value).toList();
    }
}
