package dev.monkeywrench.instance;

import java.nio.file.Path;
import java.util.Optional;

/**
 * The limits a row is read under.
 *
 * @param repositoryRoot against which a relative {@code repository} is read; empty: relative paths are refused
 * @param mostPatchCharacters of each patch
 * @param mostScriptCharacters of an {@code eval_script} or a {@code test_command}
 * @param mostTests of each list of tests
 * @param mostTestIdCharacters of each test's name
 */
public record RowPolicy(
        Optional<Path> repositoryRoot,
        int mostPatchCharacters,
        int mostScriptCharacters,
        int mostTests,
        int mostTestIdCharacters) {

    private static final int MEBI = 1 << 20;

    /** The limits of docs/instances.md. */
    public static RowPolicy standard() {
        return new RowPolicy(Optional.empty(), 10 * MEBI, MEBI, 20_000, 4_096);
    }

    /** These limits, with relative repositories read against a folder. */
    public RowPolicy under(Path root) {
        return new RowPolicy(
                Optional.of(root.toAbsolutePath().normalize()),
                mostPatchCharacters,
                mostScriptCharacters,
                mostTests,
                mostTestIdCharacters);
    }
}
