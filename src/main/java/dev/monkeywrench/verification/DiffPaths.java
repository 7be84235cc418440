package dev.monkeywrench.verification;

import dev.monkeywrench.instance.RepositoryPath;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** The paths a diff names, also where the diff stands in the middle of a script. */
final class DiffPaths {

    private DiffPaths() {}

    static Set<RepositoryPath> in(String text) {
        Set<RepositoryPath> paths = new TreeSet<>();
        text.lines().forEach(line -> {
            named(line, "--- a/").ifPresent(paths::add);
            named(line, "+++ b/").ifPresent(paths::add);
            named(line, "rename from ").ifPresent(paths::add);
            named(line, "rename to ").ifPresent(paths::add);
        });
        return paths;
    }

    private static Optional<RepositoryPath> named(String line, String before) {
        if (!line.startsWith(before)) {
            return Optional.empty();
        }
        String rest = line.substring(before.length());
        int tab = rest.indexOf('\t');
        try {
            return Optional.of(new RepositoryPath(tab < 0 ? rest : rest.substring(0, tab)));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }
}
