package dev.monkeywrench.run;

import java.nio.file.Path;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Settings of the verdicts that are kept for later runs.
 *
 * @param mostEntries kept; beyond it, those go that were not used for the longest time; 0: nothing is kept
 * @param longestUnused after which an entry is not used again
 * @param folder where they are kept, shared by all processes of this machine that name it; in the database where it is not set
 */
@ConfigurationProperties("monkeywrench.verification.cache")
record VerdictCacheSettings(
        @DefaultValue("20000") int mostEntries,
        @DefaultValue("30d") Duration longestUnused,
        @Nullable Path folder) {}
