package dev.monkeywrench.patch;

import dev.monkeywrench.instance.RepositoryPath;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;

/** Makes patches. */
public final class Patches {

    private Patches() {}

    /** The patch that changes nothing. */
    public static Patch none() {
        return new Patch(List.of());
    }

    /**
     * The patch that turns some files into others: a path only before is deleted, one only after is new. Files left out
     * of both stay as they are.
     */
    public static Patch between(Map<RepositoryPath, String> before, Map<RepositoryPath, String> after) {
        TreeSet<RepositoryPath> paths = new TreeSet<>(before.keySet());
        paths.addAll(after.keySet());
        List<FileDiff> files = new ArrayList<>();
        for (RepositoryPath path : paths) {
            difference(path, Optional.ofNullable(before.get(path)), Optional.ofNullable(after.get(path)))
                    .ifPresent(files::add);
        }
        return new Patch(files);
    }

    /** The patch that changes the text of one file. */
    public static Patch between(RepositoryPath path, String before, String after) {
        return between(Map.of(path, before), Map.of(path, after));
    }

    private static Optional<FileDiff> difference(RepositoryPath path, Optional<String> before, Optional<String> after) {
        if (before.equals(after)) {
            return Optional.empty();
        }
        List<Hunk> hunks = Hunks.between(Lines.of(before.orElse("")), Lines.of(after.orElse("")));
        if (before.isEmpty()) {
            return Optional.of(FileDiff.added(path, hunks));
        }
        return Optional.of(after.isEmpty() ? FileDiff.deleted(path, hunks) : FileDiff.modified(path, hunks));
    }

    /**
     * The patch a diff describes, in normal form as far as it can be told without the files: order, headers, counts,
     * context of three lines at most.
     */
    public static Patch of(List<FileDiff> files) {
        return new Patch(files.stream()
                .map(Patches::normalised)
                .filter(Patches::changesSomething)
                .toList());
    }

    private static boolean changesSomething(FileDiff file) {
        return file.kind() != FileDiff.Kind.MODIFIED
                || file.isBinary()
                || file.changesMode()
                || !file.hunks().isEmpty();
    }

    private static FileDiff normalised(FileDiff file) {
        List<Hunk> hunks = new ArrayList<>();
        int growth = 0;
        for (Hunk hunk : file.hunks()) {
            int newStart = Math.max(0, hunk.oldStart() + growth);
            hunks.addAll(Hunks.between(hunk.oldLines(), hunk.newLines(), hunk.oldStart(), newStart));
            growth += hunk.growth();
        }
        return new FileDiff(
                file.kind(), file.oldPath(), file.newPath(), file.oldMode(), file.newMode(), hunks, file.binary());
    }
}
