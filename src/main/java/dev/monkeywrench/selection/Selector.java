package dev.monkeywrench.selection;

import java.util.List;

/** Orders what passed, by nothing but the patches and how often they were drawn. */
public interface Selector {

    Ranking rank(List<Contender> contenders);
}
