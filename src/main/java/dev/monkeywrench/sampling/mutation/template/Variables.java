package dev.monkeywrench.sampling.mutation.template;

import dev.monkeywrench.sampling.mutation.syntax.Node;
import dev.monkeywrench.sampling.mutation.syntax.Role;
import dev.monkeywrench.sampling.mutation.syntax.Shape;
import dev.monkeywrench.sampling.mutation.syntax.Variable;
import java.util.Optional;

/** Puts another variable in scope where one stands, or where a short expression stands. */
final class Variables implements Template {

    private static final int LONGEST_REPLACED = 40;

    @Override
    public void propose(Unit unit, Node node, Proposals proposals) {
        if (node.is(Role.NAME) && !Places.isCallee(node)) {
            name(unit, node, proposals);
        } else if (isReplaceable(node)) {
            expression(unit, node, proposals);
        }
    }

    private static void name(Unit unit, Node node, Proposals proposals) {
        String name = unit.text(node);
        Optional<Variable> meant = unit.names().find(name, node.start());
        if (meant.isEmpty()) {
            return;
        }
        Shape shape = meant.get().shape();
        double place = Places.isTarget(node) ? 0.25 : 1;
        for (Variable other : unit.visibleAt(node)) {
            double fit = unit.fit(other, shape, meant.get().type(), node);
            double share = fit * place * (0.5 + Likeness.ofNames(name, other.name()));
            proposals.replace(RepairKind.VARIABLE, share, node, other.name());
        }
        if (shape == Shape.NUMBER && place == 1) {
            proposals.replace(RepairKind.NUMBER, 0.2, node, "0");
            proposals.replace(RepairKind.NUMBER, 0.2, node, "1");
        }
    }

    private static boolean isReplaceable(Node node) {
        boolean isShort = node.end() - node.start() <= LONGEST_REPLACED;
        return switch (node.role()) {
            case CALL, INDEX, MEMBER, ARITHMETIC ->
                isShort
                        && !Places.isCallee(node)
                        && !Places.isTarget(node)
                        && !node.parentIs(Role.EXPRESSION_STATEMENT);
            default -> false;
        };
    }

    private static void expression(Unit unit, Node node, Proposals proposals) {
        Shape shape = unit.shape(node);
        for (Variable other : unit.localsAt(node)) {
            double fit = unit.fit(other, shape, "", node);
            if (fit > 0.1) {
                proposals.replace(RepairKind.EXPRESSION, 0.7 * fit, node, other.name());
            }
        }
    }
}
