package dev.monkeywrench.sandbox;

/** Which engine is wanted. */
enum EnginePreference {
    /** Docker where a daemon answers, else bubblewrap. */
    AUTO,
    DOCKER,
    BUBBLEWRAP
}
