package dev.monkeywrench.evaluation;

import java.util.List;

/**
 * What the grading law says of the expected tests; a test whose turn did not come is in none of the lists.
 *
 * @param resolved whether every FAIL_TO_PASS passes and every PASS_TO_PASS holds
 * @param repaired FAIL_TO_PASS that pass
 * @param stillFailing FAIL_TO_PASS that do not
 * @param kept PASS_TO_PASS that hold
 * @param broken PASS_TO_PASS that do not
 */
public record TestsStatus(
        boolean resolved, List<String> repaired, List<String> stillFailing, List<String> kept, List<String> broken) {

    public TestsStatus {
        repaired = List.copyOf(repaired);
        stillFailing = List.copyOf(stillFailing);
        kept = List.copyOf(kept);
        broken = List.copyOf(broken);
        if (resolved && !(stillFailing.isEmpty() && broken.isEmpty())) {
            throw new IllegalArgumentException("Tests that decide against a patch resolve nothing");
        }
    }
}
