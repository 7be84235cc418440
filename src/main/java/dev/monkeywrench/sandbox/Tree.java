package dev.monkeywrench.sandbox;

import java.io.IOException;
import java.io.OutputStream;

/** Files to be laid into a sandbox at {@code /testbed}. */
public interface Tree {

    /** Equal digests are equal trees: the key under which a template is kept. */
    String digest();

    /** Writes a plain tar archive, paths relative to {@code /testbed}; the caller closes the stream. */
    void writeTar(OutputStream out) throws IOException;
}
