package dev.monkeywrench.run;

import java.nio.file.Path;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Settings of runs.
 *
 * @param mostQueued runs that may wait; what comes beyond is told to come again
 * @param repositoryRoot folder against which a relative repository of a request is read
 * @param localLookLimit for opening a repository of this machine before a run is accepted
 * @param remoteLookLimit for opening any other
 * @param sampler that draws where a plan names none
 * @param samples of a plan that does not say
 * @param wallTime of a plan that does not say; so are the following
 * @param parallelVerifications 0: one more than sandboxes are open at a time, so that the next candidate stands ready while a
 *     verdict is written down
 */
@ConfigurationProperties("monkeywrench.run")
record RunSettings(
        @DefaultValue("10000") long mostQueued,
        @Nullable Path repositoryRoot,
        @DefaultValue("5s") Duration localLookLimit,
        @DefaultValue("10s") Duration remoteLookLimit,
        @DefaultValue("mutation") String sampler,
        @DefaultValue("200") int samples,
        @DefaultValue("30m") Duration wallTime,
        @DefaultValue("4") int parallelDraws,
        @DefaultValue("0") int parallelVerifications) {}
