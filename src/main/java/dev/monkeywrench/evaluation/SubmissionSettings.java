package dev.monkeywrench.evaluation;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Settings of predictions that come one by one.
 *
 * @param suites folder with {@code <subset>/<split>}; absent: the bundled suite alone
 * @param keys who may submit
 */
@ConfigurationProperties("monkeywrench.submissions")
record SubmissionSettings(
        @Nullable Path suites, @DefaultValue("OPEN") KeyRule keys) {}
