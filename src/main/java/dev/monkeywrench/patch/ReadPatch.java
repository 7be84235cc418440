package dev.monkeywrench.patch;

import java.util.List;

/** What came of reading a diff. */
public sealed interface ReadPatch {

    /**
     * The diff could be read.
     *
     * @param files in the order of the diff; none for a blank text
     * @param repaired whether counts or line numbers of hunks were missing or wrong and had to be mended
     */
    record Read(List<FileDiff> files, boolean repaired) implements ReadPatch {

        public Read {
            files = List.copyOf(files);
        }

        /** In normal form, as far as it can be told without the files. */
        public Patch patch() {
            return Patches.of(files);
        }
    }

    /**
     * It could not be read, or holds what no patch may hold; nothing of it is to be applied.
     *
     * @param reason names the place, the limit and the remedy
     */
    record Unreadable(String reason) implements ReadPatch {}
}
