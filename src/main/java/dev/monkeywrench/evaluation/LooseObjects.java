package dev.monkeywrench.evaluation;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.DeflaterOutputStream;
import org.eclipse.jgit.lib.Constants;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.ObjectInserter;

/**
 * Writes Git objects as files of their own, below the {@code objects} folder of a new repository.
 *
 * <p>JGit's own repositories would do, but opening one reads the settings of the machine's Git, measures the clock of the
 * file system for seconds and keeps a file in the user's home folder.
 */
final class LooseObjects extends ObjectInserter.Formatter {

    private final Path folder;

    LooseObjects(Path folder) {
        this.folder = folder;
    }

    @Override
    public ObjectId insert(int type, long length, InputStream content) throws IOException {
        byte[] octets = content.readNBytes(Math.toIntExact(length));
        ObjectId id = idFor(type, octets);
        Path file = folder.resolve(id.name().substring(0, 2)).resolve(id.name().substring(2));
        if (Files.notExists(file)) {
            Files.createDirectories(file.getParent());
            try (OutputStream out = new DeflaterOutputStream(Files.newOutputStream(file))) {
                out.write(
                        (Constants.typeString(type) + " " + octets.length + "\0").getBytes(StandardCharsets.US_ASCII));
                out.write(octets);
            }
        }
        return id;
    }
}
