package dev.monkeywrench.sampling.mutation.template;

import dev.monkeywrench.sampling.mutation.syntax.Node;
import dev.monkeywrench.sampling.mutation.syntax.Role;
import dev.monkeywrench.sampling.mutation.syntax.Variable;
import java.util.Optional;

/** Leaves a loop or function in another way, branches where it loops, loops where it branches. */
final class Flow implements Template {

    @Override
    public void propose(Unit unit, Node node, Proposals proposals) {
        String end = unit.language().terminator();
        switch (node.role()) {
            case BREAK -> {
                proposals.replace(RepairKind.FLOW, 1, node, "continue" + end);
                left(unit, node, proposals);
            }
            case CONTINUE -> {
                proposals.replace(RepairKind.FLOW, 1, node, "break" + end);
                left(unit, node, proposals);
            }
            case RETURN -> {
                if (isInLoop(node)) {
                    proposals.replace(RepairKind.FLOW, 0.4, node, "break" + end);
                    proposals.replace(RepairKind.FLOW, 0.4, node, "continue" + end);
                }
                yielded(unit, node, proposals);
            }
            case YIELD -> given(unit, node, proposals);
            case IF -> keyword(node, "if", "while", 0.5, proposals);
            case WHILE -> keyword(node, "while", "if", 0.4, proposals);
            case ELSE_IF -> keyword(node, "elif", "if", 0.6, proposals);
            default -> {}
        }
        if (node.is(Role.IF)) {
            chained(unit, node, proposals);
        }
    }

    private static void left(Unit unit, Node node, Proposals proposals) {
        if (!unit.isPython()) {
            return;
        }
        proposals.replace(RepairKind.FLOW, 0.2, node, "return");
        for (Variable variable : unit.localsAt(node)) {
            if (variable.isLocal()) {
                proposals.replace(RepairKind.FLOW, 0.2, node, "return " + variable.name());
            }
        }
    }

    private static boolean isInLoop(Node node) {
        return node.enclosing(Role.FOR).isPresent()
                || node.enclosing(Role.WHILE).isPresent()
                || node.enclosing(Role.FOR_EACH).isPresent();
    }

    private static void yielded(Unit unit, Node node, Proposals proposals) {
        boolean isGenerator = node.enclosing(Role.FUNCTION)
                .filter(function -> function.withDescendants().stream().anyMatch(part -> part.is(Role.YIELD)))
                .isPresent();
        if (unit.isPython() && isGenerator && !node.parts().isEmpty()) {
            String value = unit.text(node.parts().getFirst());
            proposals.replace(RepairKind.FLOW, 1, node, "yield " + value);
            proposals.replace(RepairKind.FLOW, 0.7, node, "yield from " + value);
        }
    }

    private static void given(Unit unit, Node node, Proposals proposals) {
        Optional<Node> value = node.parts().stream().findFirst();
        value.ifPresent(yielded -> {
            String text = unit.text(yielded);
            boolean isFrom = unit.text(node).startsWith("yield from");
            proposals.replace(RepairKind.FLOW, 1.5, node, (isFrom ? "yield " : "yield from ") + text);
            proposals.replace(RepairKind.FLOW, 0.5, node, "return " + text);
        });
    }

    private static void keyword(Node node, String word, String other, double share, Proposals proposals) {
        boolean hasElse = node.part("alternative").isPresent();
        node.children().stream()
                .filter(child -> child.kind().equals(word) && !hasElse)
                .findFirst()
                .ifPresent(child -> proposals.replace(RepairKind.FLOW, share, child, other));
    }

    /** {@code elif} for an {@code if} that follows another. */
    private static void chained(Unit unit, Node node, Proposals proposals) {
        boolean follows = node.parent()
                .filter(parent -> {
                    int place = parent.parts().indexOf(node);
                    return place > 0 && parent.parts().get(place - 1).is(Role.IF);
                })
                .isPresent();
        if (follows) {
            String word = unit.isPython() ? "el" : "else ";
            proposals.add(RepairKind.FLOW, 0.6, node, new Change(node.start(), node.start(), word));
        }
    }
}
