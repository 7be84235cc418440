package dev.monkeywrench.patch;

import dev.monkeywrench.instance.RepositoryPath;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** Files of a tree while they are edited: the tree itself stays as it is. */
final class Editing {

    private final SourceTree tree;
    private final Map<RepositoryPath, Optional<String>> before = new LinkedHashMap<>();
    private final Map<RepositoryPath, Optional<String>> now = new LinkedHashMap<>();

    Editing(SourceTree tree) {
        this.tree = tree;
    }

    Optional<String> text(RepositoryPath path) {
        return now.computeIfAbsent(path, tree::read);
    }

    void put(RepositoryPath path, String text) {
        set(path, Optional.of(text));
    }

    void delete(RepositoryPath path) {
        set(path, Optional.empty());
    }

    private void set(RepositoryPath path, Optional<String> text) {
        before.computeIfAbsent(path, tree::read);
        now.put(path, text);
    }

    Patch patch() {
        Map<RepositoryPath, String> old = new LinkedHashMap<>();
        Map<RepositoryPath, String> changed = new LinkedHashMap<>();
        before.forEach((path, text) -> {
            text.ifPresent(known -> old.put(path, known));
            text(path).ifPresent(known -> changed.put(path, known));
        });
        return Patches.between(old, changed);
    }
}
