package dev.monkeywrench.model;

import java.util.Optional;

/** How much each model takes and gives. */
public interface ModelWindows {

    /** Empty where no server of that name is configured. */
    Optional<ModelWindow> window(ModelId id);
}
