package dev.monkeywrench.workspace;

import java.time.Duration;

/**
 * What a repository may hold before it is refused.
 *
 * @param files in one tree, links and submodules counted
 * @param depth of folders in one another
 * @param treeBytes of all files of one tree
 * @param fileBytes of a file that is read; larger ones are there, but not read
 * @param references branches and tags of a remote repository
 * @param fetchedBytes from a remote repository in one fetch
 * @param fetchTime of one fetch, connecting included
 * @param stallTime in which a remote repository must send at least a kilobyte for each of its seconds
 */
public record WorkspaceLimits(
        int files,
        int depth,
        long treeBytes,
        long fileBytes,
        int references,
        long fetchedBytes,
        Duration fetchTime,
        Duration stallTime) {

    public WorkspaceLimits {
        if (files < 1 || depth < 1 || treeBytes < 1 || fileBytes < 1 || references < 1 || fetchedBytes < 1) {
            throw new IllegalArgumentException("Every limit of a workspace is positive");
        }
        if (fetchTime.isNegative() || fetchTime.isZero() || stallTime.isNegative() || stallTime.isZero()) {
            throw new IllegalArgumentException("The times of a fetch are positive");
        }
    }
}
