package dev.monkeywrench.workspace.git;

import dev.monkeywrench.instance.CommitId;
import dev.monkeywrench.workspace.Opening;
import dev.monkeywrench.workspace.WorkspaceLimits;
import java.io.IOException;
import java.nio.file.Path;
import org.eclipse.jgit.errors.IncorrectObjectTypeException;
import org.eclipse.jgit.errors.MissingObjectException;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.ObjectReader;
import org.eclipse.jgit.lib.Repository;
import org.eclipse.jgit.lib.RepositoryBuilder;
import org.eclipse.jgit.revwalk.RevCommit;
import org.eclipse.jgit.revwalk.RevWalk;
import org.jspecify.annotations.Nullable;

/** Opens a commit of a repository that lies on this machine, a mirror's or a user's. */
final class GitOpener {

    private static final long MOST_COMMIT_BYTES = 16 << 20;

    private final WorkspaceLimits limits;
    private final Path exports;

    GitOpener(WorkspaceLimits limits, Path exports) {
        this.limits = limits;
        this.exports = exports;
    }

    boolean holds(Path gitFolder, CommitId commit) throws IOException {
        try (Repository repository = repository(gitFolder)) {
            return repository.getObjectDatabase().has(ObjectId.fromString(commit.value()));
        }
    }

    Opening open(Path gitFolder, CommitId commit, String shownName) throws IOException {
        Repository repository = repository(gitFolder);
        boolean opened = false;
        try {
            Opening opening = open(repository, commit, shownName);
            opened = opening instanceof Opening.Opened;
            return opening;
        } finally {
            if (!opened) {
                repository.close();
            }
        }
    }

    private Opening open(Repository repository, CommitId commit, String shownName) throws IOException {
        try (ObjectReader reader = repository.newObjectReader();
                RevWalk walk = new RevWalk(reader)) {
            ObjectId id = ObjectId.fromString(commit.value());
            if (!reader.has(id)) {
                return new Opening.UnknownCommit(
                        "There is no commit " + commit + " in " + shownName + "; push it, or name another");
            }
            if (reader.getObjectSize(id, ObjectReader.OBJ_ANY) > MOST_COMMIT_BYTES) {
                return refused("The commit " + commit + " is larger than " + MOST_COMMIT_BYTES + " bytes");
            }
            RevCommit parsed = walk.parseCommit(id);
            if (!parsed.getId().equals(id)) {
                return new Opening.UnknownCommit(
                        commit + " is a tag in " + shownName + "; its commit is " + parsed.name());
            }
            CommitTree tree = new TreeReader(reader, limits).read(parsed);
            return new Opening.Opened(new GitWorkspace(repository, tree, limits.fileBytes(), exports));
        } catch (IncorrectObjectTypeException e) {
            return new Opening.UnknownCommit(
                    commit + " is no commit in " + shownName + "; print one with 'git rev-parse <name>^{commit}'");
        } catch (MissingObjectException e) {
            return new Opening.Unreachable(
                    "The repository " + shownName + " lacks objects of commit " + commit
                            + " (is it a shallow or partial clone?); fetch it whole",
                    false);
        } catch (Refusal e) {
            return refused(e.getMessage());
        }
    }

    static Opening refused(@Nullable String message) {
        return new Opening.Refused("repository", String.valueOf(message));
    }

    private static Repository repository(Path gitFolder) throws IOException {
        return new RepositoryBuilder()
                .setGitDir(gitFolder.toFile())
                .setBare()
                .setMustExist(true)
                .build();
    }
}
