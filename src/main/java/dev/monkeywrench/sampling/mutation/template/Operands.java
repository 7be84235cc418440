package dev.monkeywrench.sampling.mutation.template;

import dev.monkeywrench.sampling.mutation.syntax.Node;
import dev.monkeywrench.sampling.mutation.syntax.Role;
import dev.monkeywrench.sampling.mutation.syntax.Shape;
import dev.monkeywrench.sampling.mutation.syntax.Variable;

/** Drops an operand of a calculation, or adds one. */
final class Operands implements Template {

    @Override
    public void propose(Unit unit, Node node, Proposals proposals) {
        if (node.is(Role.ARITHMETIC)) {
            node.part("left").ifPresent(left -> proposals.replace(RepairKind.OPERAND_DROP, 1, node, unit.text(left)));
            node.part("right")
                    .ifPresent(right -> proposals.replace(RepairKind.OPERAND_DROP, 1, node, unit.text(right)));
        }
        boolean stands = Places.isWholeValue(node) || node.parentIs(Role.COMPARISON) || node.parentIs(Role.ARITHMETIC);
        if (node.role().isExpression() && stands && !node.role().isLiteral() && !Places.isTarget(node)) {
            added(unit, node, proposals);
        }
    }

    private static void added(Unit unit, Node node, Proposals proposals) {
        switch (unit.shape(node)) {
            case NUMBER -> numbers(unit, node, 1, proposals);
            case UNKNOWN -> numbers(unit, node, unit.isPython() ? 0.4 : 0.2, proposals);
            case LIST -> lists(unit, node, proposals);
            case TEXT, TRUTH, SET, MAP, OBJECT, FUNCTION -> {}
        }
    }

    private static void numbers(Unit unit, Node node, double weight, Proposals proposals) {
        boolean isPart = node.parentIs(Role.ARITHMETIC);
        double share = isPart ? weight * 0.3 : weight;
        String text = isPart ? unit.grouped(node) : unit.text(node);
        for (Variable variable : unit.localsAt(node)) {
            double fit = unit.fit(variable, Shape.NUMBER, "", node);
            if (fit < 0.3 || text.equals(variable.name())) {
                continue;
            }
            calculated(node, text + " + " + variable.name(), share * fit, isPart, proposals);
            calculated(node, text + " - " + variable.name(), share * fit, isPart, proposals);
            calculated(node, unit.grouped(node) + " * " + variable.name(), share * fit * 0.3, isPart, proposals);
        }
        String grouped = unit.grouped(node);
        calculated(node, grouped + " * 2", share * 0.4, isPart, proposals);
        calculated(node, grouped + (unit.isPython() ? " // 2" : " / 2"), share * 0.4, isPart, proposals);
        calculated(node, "-" + grouped, share * 0.6, isPart, proposals);
        if (node.is(Role.NAME)) {
            calculated(node, text + " * " + text, share * 0.4, isPart, proposals);
        }
    }

    private static void calculated(Node node, String text, double share, boolean isPart, Proposals proposals) {
        proposals.replace(RepairKind.OPERAND_ADD, share, node, isPart ? "(" + text + ")" : text);
    }

    private static void lists(Unit unit, Node node, Proposals proposals) {
        if (!unit.isPython()) {
            return;
        }
        String text = unit.grouped(node);
        for (Variable variable : unit.localsAt(node)) {
            if (variable.shape() == Shape.LIST && !text.equals(variable.name())) {
                proposals.replace(RepairKind.OPERAND_ADD, 0.6, node, text + " + " + variable.name());
                proposals.replace(RepairKind.OPERAND_ADD, 0.6, node, variable.name() + " + " + text);
            } else if (variable.isLocal() && variable.shape() != Shape.FUNCTION) {
                proposals.replace(RepairKind.OPERAND_ADD, 0.2, node, text + " + [" + variable.name() + "]");
                proposals.replace(RepairKind.OPERAND_ADD, 0.2, node, "[" + variable.name() + "] + " + text);
            }
        }
    }
}
