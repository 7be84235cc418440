package dev.monkeywrench.run.folder;

import dev.monkeywrench.patch.Patch;
import dev.monkeywrench.run.stored.StoredJson;
import dev.monkeywrench.verification.VerdictCache;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.function.Function;

/** Where caches in folders come from. */
public final class FolderVerdicts {

    private FolderVerdicts() {}

    /**
     * A cache that any number of processes share.
     *
     * @param patches reads a normalised diff back
     * @param mostEntries kept at once; a sixteenth more for a moment
     * @param longestUnused after which an entry is not used again
     */
    public static VerdictCache in(
            Path folder,
            Function<String, Patch> patches,
            InstantSource clock,
            int mostEntries,
            Duration longestUnused) {
        return new FolderVerdictCache(folder, new StoredJson(patches), clock, mostEntries, longestUnused);
    }
}
