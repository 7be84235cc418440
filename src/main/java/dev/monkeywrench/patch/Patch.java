package dev.monkeywrench.patch;

import dev.monkeywrench.instance.RepositoryPath;
import java.util.Comparator;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * A normalised unified diff, and its digest.
 *
 * <p>Made by {@link Patches} from texts or from a diff that was read: the same change gives the same text.
 */
public final class Patch {

    private final List<FileDiff> files;
    private final String unifiedDiff;
    private final PatchDigest digest;

    Patch(List<FileDiff> files) {
        this.files = files.stream().sorted(Comparator.comparing(FileDiff::path)).toList();
        this.unifiedDiff = PatchPrinter.print(this.files);
        this.digest = PatchDigest.of(unifiedDiff);
    }

    /** As {@code git diff} prints it, files in order of path; empty when nothing changes. */
    public String unifiedDiff() {
        return unifiedDiff;
    }

    public PatchDigest digest() {
        return digest;
    }

    public boolean isEmpty() {
        return files.isEmpty();
    }

    /** What it does to each file, in order of path. */
    public List<FileDiff> files() {
        return files;
    }

    /** All paths it names, the old ones of renamed files too. */
    public SortedSet<RepositoryPath> paths() {
        SortedSet<RepositoryPath> paths = new TreeSet<>();
        for (FileDiff file : files) {
            paths.add(file.oldPath());
            paths.add(file.newPath());
        }
        return paths;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Patch patch && patch.digest.equals(digest);
    }

    @Override
    public int hashCode() {
        return digest.hashCode();
    }

    @Override
    public String toString() {
        return "Patch " + digest.value().substring(0, 12);
    }
}
