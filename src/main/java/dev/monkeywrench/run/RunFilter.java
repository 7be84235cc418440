package dev.monkeywrench.run;

import dev.monkeywrench.instance.InstanceId;
import java.util.Optional;

/**
 * Which runs are listed, newest first.
 *
 * @param before only runs created before this one
 */
public record RunFilter(Optional<RunState> state, Optional<InstanceId> instanceId, Optional<RunId> before, int limit) {}
