package dev.monkeywrench.disk;

import java.io.IOException;
import java.util.List;

/** What one owner keeps on the disk. Thread-safe. */
public interface Holdings {

    /** What they are called in messages, as in {@code mirrors}. */
    String kind();

    List<Holding> list() throws IOException, InterruptedException;

    /** Deletes one, unless it is in use; whether it is gone. */
    boolean evict(Holding holding) throws IOException, InterruptedException;
}
