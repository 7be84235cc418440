package dev.monkeywrench.workspace.git;

import dev.monkeywrench.instance.RepositoryPath;
import dev.monkeywrench.workspace.WorkspaceLimits;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.eclipse.jgit.errors.CorruptObjectException;
import org.eclipse.jgit.lib.Constants;
import org.eclipse.jgit.lib.FileMode;
import org.eclipse.jgit.lib.ObjectChecker;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.ObjectReader;
import org.eclipse.jgit.revwalk.RevCommit;
import org.eclipse.jgit.treewalk.CanonicalTreeParser;

/**
 * Reads the tree of a commit and refuses a hostile one: names that leave the tree or reach Git's own folder, links that
 * point out of it, and more than the limits allow. Nothing is written anywhere. Used once, by one thread.
 */
final class TreeReader {

    private static final long MOST_FOLDER_BYTES = 64 << 20;
    private static final long MOST_LINK_BYTES = 4_095;
    private static final int MOST_SHOWN = 300;

    private final ObjectReader reader;
    private final WorkspaceLimits limits;
    private final ObjectChecker checker = new ObjectChecker().setAllowLeadingZeroFileMode(true);
    private final List<ObjectId> trees = new ArrayList<>();
    private final List<String> folders = new ArrayList<>();
    private final List<TreeEntry> entries = new ArrayList<>();
    private long bytes;

    TreeReader(ObjectReader reader, WorkspaceLimits limits) {
        this.reader = reader;
        this.limits = limits;
    }

    CommitTree read(RevCommit commit) throws IOException, Refusal {
        readFolder(commit.getTree(), "", 0);
        Links.check(entries);
        return new CommitTree(commit.getId().copy(), trees, folders, entries);
    }

    private void readFolder(ObjectId tree, String folder, int depth) throws IOException, Refusal {
        if (Thread.currentThread().isInterrupted()) {
            throw new InterruptedIOException("Reading the tree was cancelled");
        }
        if (depth > limits.depth()) {
            throw new Refusal("The tree is deeper than " + limits.depth() + " folders at '" + shown(folder) + "'");
        }
        CanonicalTreeParser parser = new CanonicalTreeParser();
        parser.reset(checkedBytes(tree, folder));
        trees.add(tree.copy());
        for (; !parser.eof(); parser.next()) {
            String name = raw(parser);
            String path = folder.isEmpty() ? name : folder + "/" + name;
            FileMode mode = parser.getEntryFileMode();
            count(path);
            if (FileMode.TREE.equals(mode)) {
                portable(path);
                folders.add(path);
                readFolder(parser.getEntryObjectId(), path, depth + 1);
            } else {
                entries.add(entry(path, mode, parser.getEntryObjectId()));
            }
        }
    }

    private byte[] checkedBytes(ObjectId tree, String folder) throws IOException, Refusal {
        if (reader.getObjectSize(tree, Constants.OBJ_TREE) > MOST_FOLDER_BYTES) {
            throw new Refusal("The folder '" + shown(folder) + "' lists more than " + MOST_FOLDER_BYTES + " bytes");
        }
        byte[] content = reader.open(tree, Constants.OBJ_TREE).getCachedBytes();
        try {
            checker.checkTree(content);
        } catch (CorruptObjectException e) {
            throw new Refusal("The folder '" + shown(folder) + "' is no legal Git tree: " + e.getMessage());
        }
        return content;
    }

    private void count(String path) throws Refusal {
        if (entries.size() + folders.size() >= limits.files()) {
            throw new Refusal("The tree holds more than " + limits.files() + " files and folders, reached at '"
                    + shown(path) + "'; raise monkeywrench.workspace.files if the repository is to be trusted");
        }
    }

    private TreeEntry entry(String path, FileMode mode, ObjectId id) throws IOException, Refusal {
        Optional<RepositoryPath> portable = portable(path);
        if (FileMode.GITLINK.equals(mode)) {
            return new TreeEntry(path, portable, mode, id, 0, Optional.empty());
        }
        long size = reader.getObjectSize(id, Constants.OBJ_BLOB);
        bytes += size;
        if (bytes > limits.treeBytes()) {
            throw new Refusal("The files of the tree are larger than " + limits.treeBytes() + " bytes in all;"
                    + " raise monkeywrench.workspace.tree-size if the repository is to be trusted");
        }
        Optional<String> target =
                FileMode.SYMLINK.equals(mode) ? Optional.of(target(path, id, size)) : Optional.empty();
        return new TreeEntry(path, portable, mode, id, size, target);
    }

    private String target(String path, ObjectId id, long size) throws IOException, Refusal {
        if (size < 1 || size > MOST_LINK_BYTES) {
            throw new Refusal("The target of the symbolic link '" + shown(path) + "' holds " + size + " bytes; 1 to "
                    + MOST_LINK_BYTES + " are legal");
        }
        byte[] target = reader.open(id, Constants.OBJ_BLOB).getCachedBytes();
        return new String(target, StandardCharsets.ISO_8859_1);
    }

    /** Refuses a hostile name; a legal one has no portable form when it holds a backslash or is not UTF-8. */
    private static Optional<RepositoryPath> portable(String path) throws Refusal {
        String text = new String(path.getBytes(StandardCharsets.ISO_8859_1), StandardCharsets.UTF_8);
        try {
            RepositoryPath checked = new RepositoryPath(text.replace('\\', '_'));
            boolean portable = checked.value().equals(text) && text.indexOf('\uFFFD') < 0;
            return portable ? Optional.of(checked) : Optional.empty();
        } catch (IllegalArgumentException e) {
            throw new Refusal("The tree names a file '" + shown(path) + "': " + e.getMessage());
        }
    }

    private static String raw(CanonicalTreeParser parser) {
        byte[] name = new byte[parser.getNameLength()];
        parser.getName(name, 0);
        return new String(name, StandardCharsets.ISO_8859_1);
    }

    /** A name made harmless to show: it is hostile until proven otherwise. */
    static String shown(String rawPath) {
        return harmless(new String(rawPath.getBytes(StandardCharsets.ISO_8859_1), StandardCharsets.UTF_8));
    }

    static String harmless(String text) {
        String cut = text.length() > MOST_SHOWN ? text.substring(0, MOST_SHOWN) + "…" : text;
        return cut.codePoints()
                .map(c -> Character.isISOControl(c) || Character.getType(c) == Character.FORMAT ? '?' : c)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }
}
