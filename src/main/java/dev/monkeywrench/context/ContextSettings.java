package dev.monkeywrench.context;

import java.nio.file.Path;
import java.util.Optional;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Settings of what models are shown.
 *
 * @param tokenizer the {@code tokenizer.json} of the model; where empty, tokens are estimated from bytes
 * @param indexes of workspaces kept in memory
 */
@ConfigurationProperties("monkeywrench.context")
record ContextSettings(
        Optional<Path> tokenizer, @DefaultValue("4") int indexes) {}
