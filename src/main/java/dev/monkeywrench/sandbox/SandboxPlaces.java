package dev.monkeywrench.sandbox;

/** How many sandboxes are open at a time, in all runs together. */
public record SandboxPlaces(int count) {

    public SandboxPlaces {
        if (count < 1) {
            throw new IllegalArgumentException("At least one sandbox is open at a time");
        }
    }
}
