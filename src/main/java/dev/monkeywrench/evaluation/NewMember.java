package dev.monkeywrench.evaluation;

import dev.monkeywrench.instance.InstanceId;

/** A member to be kept. */
public record NewMember(InstanceId instanceId, MemberContent content) {}
