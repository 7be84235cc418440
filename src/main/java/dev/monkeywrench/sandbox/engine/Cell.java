package dev.monkeywrench.sandbox.engine;

import java.io.IOException;
import java.io.OutputStream;
import java.util.Optional;

/** A place an engine has locked up, with a shell of ours alive in it that reads {@link Inside#LISTEN}. */
public interface Cell {

    /** What the shell inside reads. */
    OutputStream input() throws IOException;

    /** Read from outside; empty where only the shell inside can tell. */
    Optional<Reading> reading();

    /** Ends every process inside; when it returns none runs any more. Idempotent, bounded. */
    void kill();

    /** What ended it. Asked only once it has ended though its sandbox did not end it. */
    Ending ending();

    /** Why a cell ended by itself. */
    enum Ending {
        MEMORY,
        DISK,
        ITS_OWN_DOING,

        /** The engine ended it, lost it, or no longer answers. */
        ENGINE
    }

    /**
     * What, outside of the cell, kept its processes from running while a command of it ran into its time limit; empty
     * where nothing did. What runs inside cannot bring it about.
     */
    Optional<String> standstill();

    /** Ends every process inside and removes every trace outside, perhaps a little later. Idempotent, bounded. */
    void remove();
}
