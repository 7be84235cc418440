package dev.monkeywrench.evaluation;

import dev.monkeywrench.instance.CommitId;
import dev.monkeywrench.instance.RepositoryPath;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.eclipse.jgit.dircache.DirCache;
import org.eclipse.jgit.dircache.DirCacheBuilder;
import org.eclipse.jgit.dircache.DirCacheEntry;
import org.eclipse.jgit.lib.CommitBuilder;
import org.eclipse.jgit.lib.Constants;
import org.eclipse.jgit.lib.FileMode;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.ObjectInserter;
import org.eclipse.jgit.lib.PersonIdent;
import org.eclipse.jgit.util.FileUtils;

/**
 * Bare repositories of one commit each, made from the files of starter tasks.
 *
 * <p>Author, date, message and file modes are fixed, and the octets of the files go in as they are, so that a commit
 * has the same id wherever it is made. A Dockerfile beside each task makes the same commit with Git itself.
 */
final class StarterRepositories {

    private static final String BRANCH = "main";
    private static final PersonIdent AUTHOR = new PersonIdent(
            "monkeywrench starter suite",
            "starter@monkeywrench.invalid",
            Instant.parse("2026-01-01T00:00:00Z"),
            ZoneOffset.UTC);
    private static final String DRAFT = ".draft-";
    private static final Duration ABANDONED = Duration.ofHours(1);

    private final Path folder;

    StarterRepositories(Path folder) {
        this.folder = folder.toAbsolutePath().normalize();
    }

    /** The repository of a task: made if it is not there yet. */
    Path materialise(StarterTask task) {
        Path target = target(task);
        if (Files.isDirectory(target)) {
            return target;
        }
        try {
            Files.createDirectories(folder);
            make(task, target);
        } catch (IOException e) {
            throw new IllegalStateException(
                    "The repository of " + task.instanceId() + " cannot be made in " + folder
                            + "; check that the folder can be written and the disk has room",
                    e);
        }
        return target;
    }

    /** The commit is part of the name: a task that has changed gets a repository of its own. */
    private Path target(StarterTask task) {
        return folder.resolve(
                task.instanceId() + "-" + task.baseCommit().value().substring(0, 12) + ".git");
    }

    private void make(StarterTask task, Path target) throws IOException {
        Path draft = Files.createTempDirectory(folder, DRAFT);
        try {
            removeAbandonedDrafts(Files.getLastModifiedTime(draft));
            fill(draft, task);
            publish(draft, target);
        } finally {
            delete(draft);
        }
    }

    /** What Git asks of a bare repository, and nothing more. */
    private static void fill(Path draft, StarterTask task) throws IOException {
        CommitId made;
        try (ObjectInserter objects = new LooseObjects(draft.resolve("objects"))) {
            made = commit(objects, task);
        }
        if (!made.equals(task.baseCommit())) {
            throw new IllegalStateException("The files of " + task.instanceId() + " make commit " + made
                    + ", but task.yaml states " + task.baseCommit()
                    + "; restore them with 'git checkout -- suites/starter'");
        }
        Path branch = Files.createDirectories(draft.resolve("refs/heads")).resolve(BRANCH);
        Files.writeString(branch, made + "\n");
        Files.writeString(draft.resolve("config"), "[core]\n\trepositoryformatversion = 0\n\tbare = true\n");
        Files.writeString(draft.resolve("HEAD"), "ref: refs/heads/" + BRANCH + "\n");
    }

    static CommitId commit(ObjectInserter objects, StarterTask task) throws IOException {
        CommitBuilder commit = new CommitBuilder();
        commit.setTreeId(tree(objects, task.files()));
        commit.setAuthor(AUTHOR);
        commit.setCommitter(AUTHOR);
        commit.setEncoding(StandardCharsets.UTF_8);
        commit.setMessage("Base commit of " + task.instanceId() + "\n");
        return new CommitId(objects.insert(commit).name());
    }

    private static ObjectId tree(ObjectInserter objects, Map<RepositoryPath, Path> files) throws IOException {
        DirCache index = DirCache.newInCore();
        DirCacheBuilder builder = index.builder();
        for (Map.Entry<RepositoryPath, Path> file : files.entrySet()) {
            DirCacheEntry entry = new DirCacheEntry(file.getKey().value());
            entry.setFileMode(FileMode.REGULAR_FILE);
            entry.setObjectId(objects.insert(Constants.OBJ_BLOB, Files.readAllBytes(file.getValue())));
            builder.add(entry);
        }
        builder.finish();
        return index.writeTree(objects);
    }

    /** Renaming is what makes a repository appear whole; whoever comes second finds the same one there. */
    private static void publish(Path draft, Path target) throws IOException {
        try {
            Files.move(draft, target, StandardCopyOption.ATOMIC_MOVE);
        } catch (FileSystemException e) {
            if (!Files.isDirectory(target)) {
                throw e;
            }
        }
    }

    /** A process that was killed leaves its draft behind, and nobody else would ever look for it. */
    private void removeAbandonedDrafts(FileTime now) throws IOException {
        for (Path draft : drafts()) {
            if (lastChange(draft).plus(ABANDONED).isBefore(now.toInstant())) {
                delete(draft);
            }
        }
    }

    /** Another process may publish or remove its draft at any moment: then it is nobody's concern any more. */
    private static Instant lastChange(Path draft) throws IOException {
        try {
            return Files.getLastModifiedTime(draft).toInstant();
        } catch (NoSuchFileException gone) {
            return Instant.MAX.minus(ABANDONED);
        }
    }

    private List<Path> drafts() throws IOException {
        try (Stream<Path> entries = Files.list(folder)) {
            return entries.filter(entry -> entry.getFileName().toString().startsWith(DRAFT))
                    .toList();
        }
    }

    private static void delete(Path draft) {
        try {
            FileUtils.delete(draft.toFile(), FileUtils.RECURSIVE | FileUtils.SKIP_MISSING | FileUtils.RETRY);
        } catch (IOException e) {
            throw new UncheckedIOException("The draft " + draft + " cannot be removed; remove it by hand", e);
        }
    }
}
