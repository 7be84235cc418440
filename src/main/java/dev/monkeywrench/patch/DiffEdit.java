package dev.monkeywrench.patch;

import dev.monkeywrench.instance.RepositoryPath;
import java.util.List;
import java.util.Optional;

/** One file of a diff, made in memory. */
final class DiffEdit {

    private final Editing files;
    private final FileFinder finder;

    DiffEdit(Editing files, FileFinder finder) {
        this.files = files;
        this.finder = finder;
    }

    void apply(FileDiff file) throws UnusableEdit {
        if (file.isBinary()) {
            throw new UnusableEdit("The diff changes the bytes of " + file.path() + "; change text files only");
        }
        switch (file.kind()) {
            case MODIFIED -> files.put(file.path(), changed(file));
            case ADDED -> {
                refuseWhereTaken(finder, file.path());
                files.put(file.path(), HunkApplier.apply(file.path(), "", file.hunks()));
            }
            case DELETED -> {
                existing(files, finder, file.path());
                files.delete(file.path());
            }
            case RENAMED -> {
                refuseWhereTaken(finder, file.newPath());
                files.put(file.newPath(), changed(file));
                files.delete(file.oldPath());
            }
            case COPIED -> {
                refuseWhereTaken(finder, file.newPath());
                files.put(file.newPath(), changed(file));
            }
        }
    }

    private String changed(FileDiff file) throws UnusableEdit {
        String text = existing(files, finder, file.oldPath());
        return HunkApplier.apply(file.oldPath(), text, file.hunks());
    }

    static String existing(Editing files, FileFinder finder, RepositoryPath path) throws UnusableEdit {
        Optional<String> text = files.text(path);
        if (text.isPresent()) {
            return text.get();
        }
        if (finder.exists(path)) {
            throw new UnusableEdit(path + " cannot be edited: it is binary, too large, or deleted by an earlier edit");
        }
        List<RepositoryPath> near = finder.near(path);
        String remedy = near.isEmpty() ? "name a file of the repository" : "did you mean " + near + "?";
        throw new UnusableEdit(path + " does not exist; " + remedy);
    }

    static void refuseWhereTaken(FileFinder finder, RepositoryPath path) throws UnusableEdit {
        if (finder.exists(path)) {
            throw new UnusableEdit(path + " exists already; change it instead of adding it");
        }
        Optional<RepositoryPath> inTheWay = finder.inTheWayOf(path);
        if (inTheWay.isPresent()) {
            throw new UnusableEdit(path + " cannot be made: " + inTheWay.get() + " is in the way");
        }
    }
}
