package dev.monkeywrench.verification;

import dev.monkeywrench.instance.TestId;
import java.util.List;

/** What the grading law says of one report. */
public sealed interface Grade {

    /** Every FAIL_TO_PASS passes and every PASS_TO_PASS holds. */
    record Resolved() implements Grade {}

    /**
     * At least one expected test decides against it.
     *
     * @param stillFailing FAIL_TO_PASS that do not pass
     * @param broken PASS_TO_PASS that do not hold
     */
    record Unresolved(List<TestId> stillFailing, List<TestId> broken) implements Grade {

        public Unresolved {
            stillFailing = List.copyOf(stillFailing);
            broken = List.copyOf(broken);
        }
    }

    /** The report does not describe a run of the tests, so it proves nothing: never a pass. */
    record Invalid(String reason) implements Grade {}
}
