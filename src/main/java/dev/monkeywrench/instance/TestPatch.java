package dev.monkeywrench.instance;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import org.eclipse.jgit.diff.DiffEntry.ChangeType;
import org.eclipse.jgit.lib.FileMode;
import org.eclipse.jgit.patch.FileHeader;
import org.eclipse.jgit.patch.FormatError;
import org.eclipse.jgit.patch.Patch;
import org.jspecify.annotations.Nullable;

/**
 * The reference tests as a unified diff, and the files it touches.
 *
 * @param restored files that the base commit holds
 * @param added files that it does not hold
 * @param present every file of the diff that is there once it is applied
 */
record TestPatch(
        String unifiedDiff, List<RepositoryPath> restored, List<RepositoryPath> added, List<RepositoryPath> present) {

    private static final String FIELD = "test_patch";
    private static final String REMEDY = "Send what 'git diff --no-ext-diff' prints for the tests";

    TestPatch {
        restored = List.copyOf(restored);
        added = List.copyOf(added);
        present = List.copyOf(present);
    }

    /** Empty when the row has none, or one that cannot be used. */
    static Optional<TestPatch> read(RowFields fields) {
        return fields.patch(FIELD).flatMap(text -> parse(fields, text));
    }

    private static Optional<TestPatch> parse(RowFields fields, String text) {
        Patch patch = new Patch();
        try {
            byte[] octets = text.getBytes(StandardCharsets.UTF_8);
            patch.parse(octets, 0, octets.length); // given a stream, JGit takes a MiB for each
        } catch (RuntimeException e) {
            return refused(fields, "cannot be read as a unified diff");
        }
        if (patch.getFiles().isEmpty()) {
            return refused(fields, "holds no change of a file");
        }
        Optional<FormatError> error = patch.getErrors().stream()
                .filter(found -> found.getSeverity() == FormatError.Severity.ERROR)
                .findFirst();
        if (error.isPresent()) {
            return refused(fields, "is broken: " + error.get().getMessage());
        }
        return paths(fields, text, patch);
    }

    private static Optional<TestPatch> paths(RowFields fields, String text, Patch patch) {
        if (patch.getFiles().stream().anyMatch(file -> isLink(file.getOldMode()) || isLink(file.getNewMode()))) {
            return refused(fields, "touches a symbolic link or a submodule, which a test patch may not");
        }
        return fields.checked(FIELD, REMEDY, () -> {
            List<RepositoryPath> restored = new ArrayList<>();
            List<RepositoryPath> added = new ArrayList<>();
            List<RepositoryPath> present = new ArrayList<>();
            for (FileHeader file : patch.getFiles()) {
                if (file.getChangeType() != ChangeType.ADD) {
                    restored.add(path(file.getOldPath()));
                }
                if (EnumSet.of(ChangeType.ADD, ChangeType.RENAME, ChangeType.COPY)
                        .contains(file.getChangeType())) {
                    added.add(path(file.getNewPath()));
                }
                if (file.getChangeType() != ChangeType.DELETE) {
                    present.add(path(file.getNewPath()));
                }
            }
            return new TestPatch(text, restored, added, present);
        });
    }

    /** JGit gives none where a header says nothing it can read. */
    private static RepositoryPath path(@Nullable String name) {
        if (name == null) {
            throw new IllegalArgumentException("The patch changes a file that it does not name");
        }
        return new RepositoryPath(name);
    }

    private static boolean isLink(FileMode mode) {
        return FileMode.SYMLINK.equals(mode) || FileMode.GITLINK.equals(mode);
    }

    private static Optional<TestPatch> refused(RowFields fields, String problem) {
        fields.refuse(FIELD, problem, REMEDY);
        return Optional.empty();
    }
}
