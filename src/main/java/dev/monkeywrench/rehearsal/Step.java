package dev.monkeywrench.rehearsal;

/** Where a run is when something was done and is not journaled yet, or was journaled and the next thing is to begin. */
enum Step {
    /** Its repository was opened. */
    OPENED,
    /** The baseline ran and is not journaled. */
    PREPARED,
    /** Samples were drawn and are not journaled. */
    DRAWN,
    /** A sample was journaled; its verdict is to be found. */
    VERIFYING,
    /** A verdict was found and is not journaled. */
    VERIFIED
}
