package dev.monkeywrench.run.jdbc;

import dev.monkeywrench.verification.VerdictCache;
import dev.monkeywrench.verification.VerdictCacheContract;
import java.time.Duration;
import java.time.InstantSource;
import org.junit.jupiter.api.extension.RegisterExtension;

/** The contract of the verdict cache on PostgreSQL. */
class PostgresVerdictCacheTest extends VerdictCacheContract {

    @RegisterExtension
    static final TestDatabase DATABASE = TestDatabase.postgres();

    @Override
    protected VerdictCache cache(InstantSource clock, int mostEntries, Duration longestUnused) {
        return KeptVerdicts.emptied(DATABASE.source(), clock, mostEntries, longestUnused);
    }
}
