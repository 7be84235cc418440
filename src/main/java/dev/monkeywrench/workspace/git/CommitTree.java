package dev.monkeywrench.workspace.git;

import java.util.List;
import org.eclipse.jgit.lib.ObjectId;

/**
 * What one commit holds.
 *
 * @param trees the ids of its folders, the root first
 * @param folders their paths, without the root; bytes, one a character
 * @param entries in order of path
 */
record CommitTree(ObjectId commit, List<ObjectId> trees, List<String> folders, List<TreeEntry> entries) {

    CommitTree {
        trees = List.copyOf(trees);
        folders = List.copyOf(folders);
        entries = List.copyOf(entries);
    }

    ObjectId rootTree() {
        return trees.getFirst();
    }
}
