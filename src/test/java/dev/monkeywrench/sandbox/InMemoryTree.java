package dev.monkeywrench.sandbox;

import java.io.IOException;
import java.io.OutputStream;
import java.util.Map;
import java.util.TreeMap;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveOutputStream;

/** Files of a test, as a tree. */
public record InMemoryTree(Map<String, byte[]> files) implements Tree {

    @Override
    public String digest() {
        StringBuilder all = new StringBuilder();
        new TreeMap<>(files).forEach((path, content) -> all.append(path).append(java.util.Arrays.hashCode(content)));
        return Integer.toHexString(all.toString().hashCode());
    }

    @Override
    public void writeTar(OutputStream out) throws IOException {
        TarArchiveOutputStream tar = new TarArchiveOutputStream(out);
        for (Map.Entry<String, byte[]> file : new TreeMap<>(files).entrySet()) {
            TarArchiveEntry entry = new TarArchiveEntry(file.getKey());
            entry.setSize(file.getValue().length);
            tar.putArchiveEntry(entry);
            tar.write(file.getValue());
            tar.closeArchiveEntry();
        }
        tar.finish();
    }
}
