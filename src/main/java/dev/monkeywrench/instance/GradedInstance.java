package dev.monkeywrench.instance;

import java.util.Optional;

/** An instance together with the tests that grade it, and the reference fix where one is known. */
public record GradedInstance(Instance instance, HiddenTests hiddenTests, Optional<GoldPatch> goldPatch) {}
