package dev.monkeywrench.evaluation;

import dev.monkeywrench.instance.InstanceId;

/**
 * A patch that somebody proposes for an instance.
 *
 * @param model the {@code model_name_or_path} it came with
 * @param patch a unified diff; empty when the model proposed nothing
 */
public record Prediction(InstanceId instanceId, String model, String patch) {}
