package dev.monkeywrench.run;

import java.util.Optional;

/**
 * Why a run failed.
 *
 * @param field of the request that is at fault, as the user wrote it; empty when none is
 * @param remedy what the user can do; may be empty
 * @param log what the sandbox printed, hostile; may be empty
 */
public record RunProblem(Kind kind, Optional<String> field, String message, String remedy, String log) {

    /** Whose fault it is. */
    public enum Kind {
        /** The instance's: its tests cannot be run or belie its own claims. */
        INSTANCE_UNSOUND,
        /** The environment's: an image, an engine, a repository or a model could not be had. */
        ENVIRONMENT_UNAVAILABLE,
        /** Ours. */
        INTERNAL_FAULT
    }
}
