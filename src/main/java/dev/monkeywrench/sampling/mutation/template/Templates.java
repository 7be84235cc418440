package dev.monkeywrench.sampling.mutation.template;

import dev.monkeywrench.sampling.mutation.syntax.Node;
import dev.monkeywrench.sampling.mutation.syntax.Role;
import java.util.List;

/** All the repair templates. */
public final class Templates {

    private static final List<Template> ALL = List.of(
            new Operators(),
            new Bounds(),
            new Literals(),
            new Variables(),
            new Functions(),
            new Arguments(),
            new Conditions(),
            new Operands(),
            new Slices(),
            new Wraps(),
            new Reuse(),
            new Returns(),
            new JavaFaults(),
            new Flow(),
            new Statements(),
            new Insertions());

    private Templates() {}

    /** What the templates propose for one node. */
    public static List<Proposal> at(Unit unit, Node node) {
        if (!node.isNamed() || node.is(Role.LABEL) || node.is(Role.PARAMETER)) {
            return List.of();
        }
        Proposals proposals = new Proposals(unit);
        for (Template template : ALL) {
            template.propose(unit, node, proposals);
        }
        return proposals.weighed();
    }
}
