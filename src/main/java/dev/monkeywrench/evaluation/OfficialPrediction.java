package dev.monkeywrench.evaluation;

import dev.monkeywrench.instance.InstanceId;
import java.util.Optional;

/**
 * A patch that a model proposes, with our verdict.
 *
 * @param model the {@code model_name_or_path}, hostile
 * @param patch as the model proposed it; empty for none
 * @param pullRequest as Multi-SWE-bench names the instance; empty for instances from elsewhere
 * @param ours our verdict; empty where none was given
 */
public record OfficialPrediction(
        InstanceId instance, String model, String patch, Optional<String> pullRequest, Optional<OwnVerdict> ours) {}
