package dev.monkeywrench.model;

import java.util.List;
import java.util.Optional;

/** The models of the configuration, by id. */
public interface LanguageModels {

    Optional<LanguageModel> find(ModelId id);

    /** Those that are configured by name; a server may know more. */
    List<ModelId> ids();
}
