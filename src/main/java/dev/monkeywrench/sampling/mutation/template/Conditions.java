package dev.monkeywrench.sampling.mutation.template;

import dev.monkeywrench.sampling.mutation.syntax.Node;
import dev.monkeywrench.sampling.mutation.syntax.Role;
import dev.monkeywrench.sampling.mutation.syntax.Shape;
import java.util.List;

/** Negates, weakens, strengthens and replaces conditions. */
final class Conditions implements Template {

    @Override
    public void propose(Unit unit, Node node, Proposals proposals) {
        if (node.is(Role.LOGICAL)) {
            dropped(unit, node, proposals);
        }
        if (node.is(Role.NOT)) {
            node.part("operand")
                    .ifPresent(operand -> proposals.replace(RepairKind.CONDITION_NEGATE, 1, node, unit.text(operand)));
        }
        if (node.is(Role.PARENTHESES) || !Places.isCondition(node)) {
            loneTruth(unit, node, proposals);
            return;
        }
        // the opposite of a comparison is another comparison, and proposed as such
        if (!node.is(Role.NOT) && !node.is(Role.COMPARISON)) {
            proposals.replace(RepairKind.CONDITION_NEGATE, 1, node, Atoms.negated(unit, node));
        }
        List<Atom> atoms = Atoms.at(unit, node);
        atoms.forEach(atom -> added(unit, node, atom, proposals));
        atoms.forEach(atom -> proposals.replace(RepairKind.CONDITION_REPLACE, atom.share(), node, atom.text()));
        guarded(unit, node, proposals);
    }

    private static void dropped(Unit unit, Node node, Proposals proposals) {
        node.part("left").ifPresent(left -> proposals.replace(RepairKind.CONDITION_DROP, 1, node, unit.text(left)));
        node.part("right").ifPresent(right -> proposals.replace(RepairKind.CONDITION_DROP, 1, node, unit.text(right)));
        // one operand of a logical operator denied
        node.parts().stream()
                .filter(part -> !part.is(Role.LOGICAL) && !part.is(Role.NOT) && !part.is(Role.COMPARISON))
                .forEach(part -> proposals.replace(RepairKind.CONDITION_NEGATE, 0.5, part, Atoms.negated(unit, part)));
    }

    private static void added(Unit unit, Node node, Atom atom, Proposals proposals) {
        if (unit.text(node).contains(atom.text())) {
            return;
        }
        String text = unit.text(node);
        boolean mixes = node.is(Role.LOGICAL) || node.is(Role.TERNARY);
        String whole = mixes ? "(" + text + ")" : text;
        String and = unit.language().andWord();
        String or = unit.language().orWord();
        proposals.replace(RepairKind.CONDITION_ADD, atom.share(), node, whole + and + atom.text());
        proposals.replace(RepairKind.CONDITION_ADD, atom.share(), node, whole + or + atom.text());
        boolean mayFail = node.withDescendants().stream()
                .anyMatch(part -> part.is(Role.MEMBER) || part.is(Role.INDEX) || part.is(Role.CALL));
        if (mayFail) {
            proposals.replace(RepairKind.CONDITION_ADD, 0.7 * atom.share(), node, atom.text() + and + whole);
            proposals.replace(RepairKind.CONDITION_ADD, 0.7 * atom.share(), node, atom.text() + or + whole);
        }
    }

    /** Before something is asked of an object, ask whether there is one. */
    private static void guarded(Unit unit, Node node, Proposals proposals) {
        for (Node part : node.withDescendants()) {
            boolean isReceiver = part.field().equals("object")
                    && part.role().isExpression()
                    && !unit.text(part).equals("self")
                    && !unit.text(part).equals("this");
            if (!isReceiver || unit.shape(part) == Shape.FUNCTION) {
                continue;
            }
            String object = unit.text(part);
            String isNothing = unit.isPython() ? object + " is None" : object + " == null";
            String isThere = unit.isPython() ? object + " is not None" : object + " != null";
            String whole = node.is(Role.LOGICAL) ? "(" + unit.text(node) + ")" : unit.text(node);
            proposals.replace(
                    RepairKind.NULL_GUARD, 1, node, isNothing + unit.language().orWord() + whole);
            proposals.replace(
                    RepairKind.NULL_GUARD, 1, node, isThere + unit.language().andWord() + whole);
        }
    }

    /** {@code return True} that should ask something. */
    private static void loneTruth(Unit unit, Node node, Proposals proposals) {
        boolean isReturned = node.is(Role.TRUTH) && (node.parentIs(Role.RETURN) || Places.isWholeValue(node));
        if (!isReturned) {
            if (node.parentIs(Role.RETURN) && isAsking(unit, node)) {
                Atoms.at(unit, node).forEach(atom -> added(unit, node, atom, proposals));
                if (!node.is(Role.COMPARISON)) {
                    proposals.replace(RepairKind.CONDITION_NEGATE, 1, node, Atoms.negated(unit, node));
                }
            }
            return;
        }
        Atoms.at(unit, node)
                .forEach(atom -> proposals.replace(RepairKind.RETURN_VALUE, atom.share(), node, atom.text()));
    }

    private static boolean isAsking(Unit unit, Node node) {
        return switch (node.role()) {
            case COMPARISON, LOGICAL, NOT -> true;
            case CALL -> Returns.typeAt(unit, node).equals("boolean") || unit.shape(node) == Shape.TRUTH;
            default -> false;
        };
    }
}
