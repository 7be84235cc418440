package dev.monkeywrench.run;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Settings of the verdicts that are kept for later runs.
 *
 * @param mostEntries kept; beyond it, those go that were not used for the longest time; 0: nothing is kept
 * @param longestUnused after which an entry is not used again
 */
@ConfigurationProperties("monkeywrench.verification.cache")
record VerdictCacheSettings(
        @DefaultValue("20000") int mostEntries,
        @DefaultValue("30d") Duration longestUnused) {}
