package dev.monkeywrench.patch;

/** What came of making edits. */
public sealed interface Edited {

    /** The patch is not empty. */
    record Changed(Patch patch) implements Edited {}

    /** The edits could be made and leave every file as it was. */
    record Unchanged() implements Edited {}

    /**
     * An edit could not be made; then none is.
     *
     * @param reason written for the model to act on
     */
    record Unusable(String reason) implements Edited {}
}
