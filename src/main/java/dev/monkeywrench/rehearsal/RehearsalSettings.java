package dev.monkeywrench.rehearsal;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * @param enabled whether nothing is done in earnest
 * @param dieAt the step at which the process ends itself, to see what a later life makes of it
 * @param dieAfter at which of them, from 1; 0: never
 */
@ConfigurationProperties("monkeywrench.rehearsal")
record RehearsalSettings(
        @DefaultValue("false") boolean enabled,
        @DefaultValue("verified") Step dieAt,
        @DefaultValue("0") long dieAfter) {}
