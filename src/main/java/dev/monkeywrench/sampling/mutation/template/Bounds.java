package dev.monkeywrench.sampling.mutation.template;

import dev.monkeywrench.sampling.mutation.syntax.Node;
import dev.monkeywrench.sampling.mutation.syntax.Role;
import dev.monkeywrench.sampling.mutation.syntax.Shape;

/** Moves indices, bounds and counts by one. */
final class Bounds implements Template {

    @Override
    public void propose(Unit unit, Node node, Proposals proposals) {
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
                    case COMPARISON -> 0.8;
                    case RETURN -> 0.7;
                    case ASSIGNMENT, AUGMENTED, DECLARATOR -> 0.5;
                    case PARENTHESES, TUPLE, LIST -> 0.4;
                    case ARITHMETIC -> 0.25;
                    default -> 0d;
                })
                .orElse(0d);
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
