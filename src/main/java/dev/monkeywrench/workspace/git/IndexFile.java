package dev.monkeywrench.workspace.git;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.List;
import org.eclipse.jgit.lib.FileMode;

/**
 * Writes Git's index, version 2, so that {@code git status} finds a tree laid out from an archive clean without reading
 * it. Git then compares the time in seconds and the size only, by {@code core.checkStat}.
 */
final class IndexFile {

    private static final int MOST_NAME_LENGTH = 0xfff;
    private static final int STAT_AND_ID_BYTES = 62;

    private IndexFile() {}

    static byte[] of(List<TreeEntry> entries, int modifiedSeconds, int user) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        DataOutputStream out = new DataOutputStream(bytes);
        out.write("DIRC".getBytes(StandardCharsets.US_ASCII));
        out.writeInt(2);
        out.writeInt(entries.size());
        for (TreeEntry entry : entries) {
            write(out, entry, modifiedSeconds, user);
        }
        out.write(sha1(bytes.toByteArray()));
        return bytes.toByteArray();
    }

    private static void write(DataOutputStream out, TreeEntry entry, int modifiedSeconds, int user) throws IOException {
        out.writeInt(modifiedSeconds);
        out.writeInt(0);
        out.writeInt(modifiedSeconds);
        out.writeInt(0);
        out.writeInt(0);
        out.writeInt(0);
        out.writeInt(mode(entry.mode()));
        out.writeInt(user);
        out.writeInt(user);
        out.writeInt((int) entry.bytes());
        entry.id().copyRawTo(out);
        byte[] path = entry.rawPathBytes();
        out.writeShort(Math.min(path.length, MOST_NAME_LENGTH));
        out.write(path);
        out.write(new byte[8 - (STAT_AND_ID_BYTES + path.length) % 8]);
    }

    private static int mode(FileMode mode) {
        if (FileMode.SYMLINK.equals(mode)) {
            return FileMode.SYMLINK.getBits();
        }
        if (FileMode.GITLINK.equals(mode)) {
            return FileMode.GITLINK.getBits();
        }
        return FileMode.EXECUTABLE_FILE.equals(mode)
                ? FileMode.EXECUTABLE_FILE.getBits()
                : FileMode.REGULAR_FILE.getBits();
    }

    private static byte[] sha1(byte[] content) {
        try {
            return MessageDigest.getInstance("SHA-1").digest(content);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java platform has SHA-1", e);
        }
    }
}
