package dev.monkeywrench.patch;

import java.util.List;

/** What came of reading a model's reply. */
public sealed interface ParsedEdits {

    /** In the order in which they are to be made; at least one. */
    record Found(List<Edit> edits) implements ParsedEdits {

        public Found {
            edits = List.copyOf(edits);
            if (edits.isEmpty()) {
                throw new IllegalArgumentException("Found edits are at least one");
            }
        }
    }

    /**
     * The reply holds no edits that could be read.
     *
     * @param reason written for the model to act on
     */
    record Unusable(String reason) implements ParsedEdits {}
}
