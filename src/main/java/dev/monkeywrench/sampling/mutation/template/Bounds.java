package dev.monkeywrench.sampling.mutation.template;

import dev.monkeywrench.sampling.mutation.syntax.Node;
import dev.monkeywrench.sampling.mutation.syntax.Role;
import dev.monkeywrench.sampling.mutation.syntax.Shape;

/** Moves indices, bounds and counts by one. */
final class Bounds implements Template {

    private static final int LONGEST_BOUND = 6;

    @Override
    public void propose(Unit unit, Node node, Proposals proposals) {
        if (node.is(Role.COMPARISON)) {
            widened(unit, node, proposals);
        }
        if (!mayBeNumber(unit, node) || Places.isTarget(node) || Places.isCallee(node)) {
            return;
        }
        double share = share(node) * (unit.shape(node) == Shape.NUMBER ? 1 : 0.4);
        if (share == 0) {
            return;
        }
        boolean isOperand = node.parentIs(Role.ARITHMETIC);
        moved(unit, node, isOperand, " + 1", share, proposals);
        moved(unit, node, isOperand, " - 1", share, proposals);
    }

    /** {@code n <= 1} for {@code n == 0}: the smallest case is not the only one. */
    private static void widened(Unit unit, Node node, Proposals proposals) {
        String operator = node.operator().map(Node::kind).orElse("");
        Node bound = node.parts().getLast();
        String digits = unit.text(bound);
        if (!bound.is(Role.INTEGER)
                || digits.length() > LONGEST_BOUND
                || !digits.chars().allMatch(Character::isDigit)) {
            return;
        }
        int value = Integer.parseInt(digits);
        String left = unit.text(node.parts().getFirst());
        if (operator.equals("==")) {
            proposals.replace(RepairKind.OFF_BY_ONE, 0.6, node, left + " <= " + (value + 1));
            proposals.replace(RepairKind.OFF_BY_ONE, 0.3, node, left + " >= " + (value - 1));
        } else if (operator.equals("!=")) {
            proposals.replace(RepairKind.OFF_BY_ONE, 0.4, node, left + " > " + (value + 1));
        }
    }

    private static boolean mayBeNumber(Unit unit, Node node) {
        return switch (node.role()) {
            case NAME, CALL, MEMBER, INDEX, ARITHMETIC -> {
                Shape shape = unit.shape(node);
                yield shape == Shape.NUMBER || shape == Shape.UNKNOWN;
            }
            default -> false;
        };
    }

    private static double share(Node node) {
        return node.parent()
                .<Double>map(parent -> switch (parent.role()) {
                    case INDEX -> node.field().equals("index") ? 1.2 : 0d;
                    case SLICE -> 1.2;
                    case ARGUMENTS -> 1d;
                    case COMPARISON -> isOrdering(parent) ? 0.8 : 0.1;
                    case RETURN -> 0.7;
                    case ASSIGNMENT, AUGMENTED, DECLARATOR -> 0.5;
                    case PARENTHESES, TUPLE, LIST -> 0.4;
                    case ARITHMETIC -> 0.25;
                    default -> 0d;
                })
                .orElse(0d);
    }

    private static boolean isOrdering(Node comparison) {
        String operator = comparison.operators().getFirst().kind();
        return operator.startsWith("<") || operator.startsWith(">") || operator.startsWith("=");
    }

    private static void moved(Unit unit, Node node, boolean isOperand, String step, double share, Proposals proposals) {
        String opposite = step.equals(" + 1") ? " - 1" : " + 1";
        String text = unit.text(node);
        if (text.endsWith(opposite) || text.endsWith(step)) {
            return;
        }
        String sum = (isBitwise(node) ? "(" + text + ")" : text) + step;
        proposals.replace(RepairKind.OFF_BY_ONE, share, node, isOperand ? "(" + sum + ")" : sum);
    }

    private static boolean isBitwise(Node node) {
        String operator =
                node.is(Role.ARITHMETIC) ? node.operator().map(Node::kind).orElse("") : "";
        return operator.equals("&")
                || operator.equals("|")
                || operator.equals("^")
                || operator.contains("<<")
                || operator.contains(">>");
    }
}
