package dev.monkeywrench.rest;

import dev.monkeywrench.verification.Flakiness;
import dev.monkeywrench.verification.Tally;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What several runs of the unpatched tree showed.
 *
 * @param runs that were compared
 * @param flaky how often the tests that ended in more than one way ended in which; the first of them
 */
@Schema(name = "Flakiness")
record FlakinessView(int runs, Map<String, Tally> flaky) {

    private static final int MOST = 100;

    static FlakinessView of(Flakiness known) {
        Map<String, Tally> flaky = new LinkedHashMap<>();
        known.flaky().entrySet().stream()
                .limit(MOST)
                .forEach(test -> flaky.put(test.getKey().value(), test.getValue()));
        return new FlakinessView(known.runs(), flaky);
    }
}
