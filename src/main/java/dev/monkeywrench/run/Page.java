package dev.monkeywrench.run;

import java.util.List;
import java.util.Optional;

/**
 * A part of a list.
 *
 * @param next where the next page begins; empty on the last one
 */
public record Page<T>(List<T> items, Optional<String> next) {

    public Page {
        items = List.copyOf(items);
    }
}
