package dev.monkeywrench.workspace.git;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.channels.SeekableByteChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.List;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveOutputStream;
import org.apache.commons.compress.archivers.tar.TarConstants;
import org.eclipse.jgit.lib.Constants;
import org.eclipse.jgit.lib.ObjectReader;

/**
 * Writes a tree and its one commit as a tar archive, byte for byte as it is in the object database: no filter, no line
 * ending, no LFS pointer is touched. Names travel as bytes, so that none is bent.
 */
final class TreeArchive implements AutoCloseable {

    static final int USER = 1000;
    static final Instant MODIFIED = Instant.parse("2020-01-01T00:00:00Z");

    private static final int FOLDER_MODE = 0040755;
    private static final int FILE_MODE = 0100644;
    private static final int EXECUTABLE_MODE = 0100755;

    private final TarArchiveOutputStream tar;

    TreeArchive(OutputStream out) {
        tar = new TarArchiveOutputStream(out, StandardCharsets.ISO_8859_1.name());
        tar.setLongFileMode(TarArchiveOutputStream.LONGFILE_GNU);
        tar.setBigNumberMode(TarArchiveOutputStream.BIGNUMBER_STAR);
    }

    void files(ObjectReader reader, CommitTree tree) throws IOException {
        for (String folder : tree.folders()) {
            folder(folder);
        }
        for (TreeEntry entry : tree.entries()) {
            if (entry.isSubmodule()) {
                folder(entry.rawPath());
            } else if (entry.linkTarget().isPresent()) {
                link(entry.rawPath(), entry.linkTarget().get());
            } else {
                begin(entry.rawPath(), entry.isExecutable() ? EXECUTABLE_MODE : FILE_MODE, entry.bytes(), MODIFIED);
                reader.open(entry.id(), Constants.OBJ_BLOB).copyTo(tar);
                tar.closeArchiveEntry();
            }
        }
    }

    /** A detached, shallow repository without remotes, hooks, references or a reflog. */
    void repository(CommitTree tree, SingleCommitPack pack) throws IOException {
        for (String folder :
                List.of("", "/objects", "/objects/pack", "/objects/info", "/refs", "/refs/heads", "/refs/tags")) {
            folder(".git" + folder);
        }
        String commit = tree.commit().name() + "\n";
        text(".git/HEAD", commit);
        text(".git/shallow", commit);
        text(".git/config", CONFIG);
        copy(".git/objects/pack/" + pack.name() + ".pack", pack.pack());
        copy(".git/objects/pack/" + pack.name() + ".idx", pack.index());
        byte[] index = IndexFile.of(tree.entries(), (int) MODIFIED.getEpochSecond(), USER);
        // Later than the files it lists: Git distrusts an entry as young as the index itself.
        bytes(".git/index", index, MODIFIED.plusSeconds(60));
    }

    private static final String CONFIG = """
            [core]
            \trepositoryformatversion = 0
            \tfilemode = true
            \tbare = false
            \tlogallrefupdates = false
            \tcheckStat = minimal
            \ttrustctime = false
            \tfsmonitor = false
            \thooksPath = /dev/null
            [gc]
            \tauto = 0
            [advice]
            \tdetachedHead = false
            """;

    private void folder(String path) throws IOException {
        TarArchiveEntry entry = entry(path + "/", TarConstants.LF_DIR);
        entry.setMode(FOLDER_MODE);
        tar.putArchiveEntry(entry);
        tar.closeArchiveEntry();
    }

    private void link(String path, String target) throws IOException {
        TarArchiveEntry entry = entry(path, TarConstants.LF_SYMLINK);
        entry.setLinkName(target);
        tar.putArchiveEntry(entry);
        tar.closeArchiveEntry();
    }

    private void text(String path, String content) throws IOException {
        bytes(path, content.getBytes(StandardCharsets.UTF_8), MODIFIED);
    }

    private void bytes(String path, byte[] content, Instant modified) throws IOException {
        begin(path, FILE_MODE, content.length, modified);
        tar.write(content);
        tar.closeArchiveEntry();
    }

    private void copy(String path, SeekableByteChannel content) throws IOException {
        begin(path, FILE_MODE, content.size(), MODIFIED);
        Channels.newInputStream(content.position(0)).transferTo(tar);
        tar.closeArchiveEntry();
    }

    private void begin(String path, int mode, long size, Instant modified) throws IOException {
        TarArchiveEntry entry = entry(path, TarConstants.LF_NORMAL);
        entry.setMode(mode);
        entry.setSize(size);
        entry.setLastModifiedTime(FileTime.from(modified));
        tar.putArchiveEntry(entry);
    }

    private static TarArchiveEntry entry(String path, byte kind) {
        TarArchiveEntry entry = new TarArchiveEntry(path, kind, true);
        entry.setIds(USER, USER);
        entry.setNames("", "");
        entry.setLastModifiedTime(FileTime.from(MODIFIED));
        return entry;
    }

    /** Ends the archive; the stream below stays open, it is the caller's. */
    @Override
    public void close() throws IOException {
        tar.finish();
        tar.flush();
    }
}
