package dev.monkeywrench.sandbox;

/** Which engine keeps untrusted code apart. */
public enum SandboxKind {
    DOCKER,
    BUBBLEWRAP
}
