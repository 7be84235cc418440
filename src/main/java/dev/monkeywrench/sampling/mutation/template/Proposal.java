package dev.monkeywrench.sampling.mutation.template;

import dev.monkeywrench.sampling.mutation.syntax.Node;
import java.util.List;

/**
 * One change to a file, as a template proposes it.
 *
 * @param at what is changed
 * @param weight how likely it is right if the fault is here; comparable across templates
 */
public record Proposal(RepairKind kind, Node at, List<Change> changes, double weight) {}
