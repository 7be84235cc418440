package dev.monkeywrench.verification;

import dev.monkeywrench.instance.TestId;
import dev.monkeywrench.patch.PatchDigest;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The expected tests of an instance that were ever flaky: on the unpatched tree, or on the trees of several candidates.
 * A candidate may well bring its own coin to toss, so a test becomes suspect for all others only with the second that
 * tosses. Thread-safe.
 */
final class Suspects {

    private static final int CANDIDATES = 2;

    private final Set<TestId> ofBaseline;
    private final Map<TestId, Set<PatchDigest>> ofCandidates = new ConcurrentHashMap<>();

    Suspects(Collection<TestId> ofBaseline) {
        this.ofBaseline = Set.copyOf(ofBaseline);
    }

    static Suspects of(Baseline baseline) {
        List<TestId> expected = CandidateJudge.expectedIds(baseline.expected());
        return new Suspects(
                baseline.flakiness().map(known -> known.among(expected)).orElse(List.of()));
    }

    boolean contains(TestId test) {
        return ofBaseline.contains(test)
                || ofCandidates.getOrDefault(test, Set.of()).size() >= CANDIDATES;
    }

    /** Two runs of one candidate ended these tests in different ways. */
    void learn(Collection<TestId> flaky, PatchDigest candidate) {
        for (TestId test : flaky) {
            ofCandidates.compute(test, (id, known) -> with(known == null ? Set.of() : known, candidate));
        }
    }

    /** Never more than are counted, and never changed: others may be reading. */
    private static Set<PatchDigest> with(Set<PatchDigest> known, PatchDigest candidate) {
        if (known.size() >= CANDIDATES) {
            return known;
        }
        Set<PatchDigest> more = new HashSet<>(known);
        more.add(candidate);
        return Set.copyOf(more);
    }
}
