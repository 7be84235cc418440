package dev.monkeywrench.verification;

import dev.monkeywrench.instance.ExpectedTests;

/** Says why a candidate failed. */
final class FailureReason {

    private FailureReason() {}

    static String of(Grade.Unresolved unresolved, ExpectedTests expected, TestRun run, boolean cut) {
        StringBuilder reason = new StringBuilder();
        reason.append(unresolved.stillFailing().size()).append(" of ");
        reason.append(expected.failToPass().size()).append(" FAIL_TO_PASS do not pass, ");
        reason.append(unresolved.broken().size()).append(" of ");
        reason.append(expected.passToPass().size()).append(" PASS_TO_PASS do not hold");
        if (!run.evidence().isEmpty()) {
            reason.append("; passes that no test runner saw were not believed");
        }
        return reason.append(cut ? "; the log was longer than what is kept of it" : "")
                .toString();
    }
}
