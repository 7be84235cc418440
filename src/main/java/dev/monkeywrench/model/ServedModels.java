package dev.monkeywrench.model;

/** The models of one server. */
public interface ServedModels {

    /** Whether the server has a model of that name shows when it is called. */
    LanguageModel named(String model);
}
