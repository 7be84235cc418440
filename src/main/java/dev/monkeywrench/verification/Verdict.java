package dev.monkeywrench.verification;

import dev.monkeywrench.instance.TestId;
import java.util.List;
import java.util.Optional;

/** Our judgement of one candidate from the tests we could run. */
public sealed interface Verdict {

    /** Whether both say the same of the same tests; reasons, which may name files and times, do not count. */
    default boolean agreesWith(Verdict other) {
        if (this instanceof Failed failed && other instanceof Failed again) {
            return failed.stillFailing().equals(again.stillFailing())
                    && failed.broken().equals(again.broken());
        }
        return getClass().equals(other.getClass());
    }

    /** In words; empty for a pass. */
    default Optional<String> why() {
        return switch (this) {
            case Passed passed -> Optional.empty();
            case Failed failed -> Optional.of(failed.reason());
            case NotApplied unapplied -> Optional.of(unapplied.reason());
            case TimedOut late -> Optional.of(late.reason());
            case Tampered tampered -> Optional.of(tampered.reason());
            case Inconclusive open -> Optional.of(open.reason());
        };
    }

    /** Every FAIL_TO_PASS passes and every PASS_TO_PASS holds: a statement about those tests only. */
    record Passed() implements Verdict {}

    /**
     * The tests ran and decide against it.
     *
     * @param stillFailing FAIL_TO_PASS that do not pass
     * @param broken PASS_TO_PASS that do not hold
     * @param reason in words
     */
    record Failed(List<TestId> stillFailing, List<TestId> broken, String reason) implements Verdict {

        public Failed {
            stillFailing = List.copyOf(stillFailing);
            broken = List.copyOf(broken);
        }
    }

    /** The patch does not apply, or nothing of it is left to judge once edits to tests are undone. */
    record NotApplied(String reason) implements Verdict {}

    /** The tests did not end within the limit. */
    record TimedOut(String reason) implements Verdict {}

    /** The candidate reached for the verdict in a way that cannot be neutralised. */
    record Tampered(String reason) implements Verdict {}

    /** The environment failed, or the suite gave no sign of having run: not the candidate's fault, kept in the count. */
    record Inconclusive(String reason, boolean retryable) implements Verdict {}
}
