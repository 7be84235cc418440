package dev.monkeywrench.context;

import java.util.List;

/** The excerpts put before the model, best first. */
public record Context(List<Excerpt> excerpts) {

    public Context {
        excerpts = List.copyOf(excerpts);
    }
}
