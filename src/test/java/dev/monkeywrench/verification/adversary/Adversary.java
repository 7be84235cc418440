package dev.monkeywrench.verification.adversary;

import dev.monkeywrench.instance.RepositoryPath;
import dev.monkeywrench.patch.Patch;
import dev.monkeywrench.patch.Patches;
import java.util.HashMap;
import java.util.Map;

/**
 * A candidate that was written to be believed, or to do harm.
 *
 * @param language of the project it changes
 * @param row of the catalogue of hostile inputs it belongs to, as in G4
 * @param name what it does
 * @param changes the files it writes, by path; a blank text removes the file
 * @param fate how it must end
 */
record Adversary(Language language, String row, String name, Map<String, String> changes, Fate fate) {

    Adversary {
        changes = Map.copyOf(changes);
    }

    /** Against the files of its project. */
    Patch patch(Map<String, String> project) {
        Map<RepositoryPath, String> before = new HashMap<>();
        Map<RepositoryPath, String> after = new HashMap<>();
        changes.forEach((path, text) -> {
            if (project.containsKey(path)) {
                before.put(new RepositoryPath(path), project.getOrDefault(path, ""));
            }
            if (!text.isBlank()) {
                after.put(new RepositoryPath(path), text);
            }
        });
        return Patches.between(before, after);
    }

    @Override
    public String toString() {
        return language + " " + row + " " + name;
    }
}
