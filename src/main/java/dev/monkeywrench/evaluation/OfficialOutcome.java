package dev.monkeywrench.evaluation;

import dev.monkeywrench.instance.InstanceId;
import java.util.Optional;

/**
 * One prediction and what came of it.
 *
 * @param model the {@code model_name_or_path}, hostile
 * @param patch as the model proposed it; empty for none
 * @param pullRequest as Multi-SWE-bench names the instance; empty for instances from elsewhere
 * @param ours our verdict; empty where none was given
 */
public record OfficialOutcome(
        InstanceId instance,
        String model,
        String patch,
        Optional<String> pullRequest,
        OfficialEnding ending,
        Optional<OwnVerdict> ours) {}
