package dev.monkeywrench.sandbox.engine;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;

/** A tree written down once as a plain tar archive. */
public record TreeArchive(Path file, long size) {

    void copyTo(OutputStream out) throws IOException {
        Files.copy(file, out);
        out.flush();
    }
}
