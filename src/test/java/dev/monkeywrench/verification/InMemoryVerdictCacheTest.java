package dev.monkeywrench.verification;

import java.time.Duration;
import java.time.InstantSource;

/** The contract on the double. */
class InMemoryVerdictCacheTest extends VerdictCacheContract {

    @Override
    protected VerdictCache cache(InstantSource clock, int mostEntries, Duration longestUnused) {
        return new InMemoryVerdictCache(clock, mostEntries, longestUnused);
    }
}
