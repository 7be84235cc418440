package dev.monkeywrench.solver;

import dev.monkeywrench.ledger.Worth;
import dev.monkeywrench.patch.PatchDigest;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Function;

/**
 * Tells by its label what an entry of the ledger was good for. Fed the samples in order of their index, as a
 * {@link SolveListener} hears them.
 */
public final class Worths implements Function<String, Worth> {

    private final Map<String, Worth> known = new HashMap<>();
    private boolean passed;

    public Worths() {
        known.put("prepare", Worth.OVERHEAD);
        known.put("observe", Worth.OVERHEAD);
    }

    /** Takes the next sample that holds no candidate of its own, by what it was good for. */
    public void unusable(String drawLabel, Worth worth) {
        known.put(drawLabel, worth);
    }

    /** Takes the next sample that does, by whether it passed. */
    public void judged(String drawLabel, PatchDigest digest, boolean passes) {
        Worth worth = passed ? Worth.AFTER_FIRST_PASS : Worth.USEFUL;
        known.put(drawLabel, worth);
        known.put(Labels.verification(digest), worth);
        passed = passed || passes;
    }

    /** What is known of no sample came to nothing. */
    @Override
    public Worth apply(String label) {
        return known.getOrDefault(label, Worth.LOST);
    }
}
