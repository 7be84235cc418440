package dev.monkeywrench.sampling.mutation.template;

import dev.monkeywrench.sampling.mutation.syntax.Node;

/** Knows one family of repairs. Stateless. */
interface Template {

    /** Proposes what it knows for one node. */
    void propose(Unit unit, Node node, Proposals proposals);
}
