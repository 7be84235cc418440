package dev.monkeywrench.verification;

import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * What the tests of the unpatched tree make of their runner, so that no candidate is blamed for it.
 *
 * @param witnessed whether our plugin was in the runner's process
 * @param changes to the runner and to collected tests, by name
 */
public record RunnerWatch(boolean witnessed, Set<String> changes) {

    public RunnerWatch {
        changes = Set.copyOf(changes);
    }

    static RunnerWatch of(TestRun run) {
        return new RunnerWatch(run.witness().loaded(), run.witness().changes());
    }

    /** Why a candidate's report proves nothing. */
    Optional<String> whyUnseen(TestRun run) {
        return witnessed && !run.witness().loaded()
                ? Optional.of("The test runner left no record of its own, as it does without the patch")
                : Optional.empty();
    }

    /** Which changes of a candidate cannot be undone. */
    Optional<String> whyTampered(TestRun run) {
        Set<String> changed = new TreeSet<>(run.witness().changes());
        changed.removeAll(changes);
        return changed.isEmpty()
                ? Optional.empty()
                : Optional.of("The tests ran in a test runner that the patch changed: " + String.join(", ", changed));
    }
}
