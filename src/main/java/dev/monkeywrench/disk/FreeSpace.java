package dev.monkeywrench.disk;

import java.io.IOException;

/** Says how many bytes of the file system are free. */
@FunctionalInterface
public interface FreeSpace {

    long bytes() throws IOException;
}
