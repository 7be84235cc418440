package dev.monkeywrench.selection;

import java.util.List;
import java.util.Optional;

/** What passed, best first. */
public record Ranking(List<Contender> contenders) {

    public Ranking {
        contenders = List.copyOf(contenders);
    }

    public Optional<Contender> best() {
        return contenders.stream().findFirst();
    }
}
