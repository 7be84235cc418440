package dev.monkeywrench.sampling.mutation.template;

import dev.monkeywrench.sampling.mutation.syntax.Node;
import dev.monkeywrench.sampling.mutation.syntax.Role;
import dev.monkeywrench.sampling.mutation.syntax.Shape;
import dev.monkeywrench.sampling.mutation.syntax.Variable;

/** Changes literals: numbers to their neighbours and to the usual ones, truth values, strings, nothing. */
final class Literals implements Template {

    private static final int LONGEST_INTEGER = 9;

    @Override
    public void propose(Unit unit, Node node, Proposals proposals) {
        switch (node.role()) {
            case INTEGER -> integer(unit, node, proposals);
            case FLOAT -> fraction(unit, node, proposals);
            case TRUTH -> proposals.replace(RepairKind.TRUTH, 1, node, flipped(unit, node));
            case STRING -> string(unit, node, proposals);
            case NULL -> nothing(unit, node, proposals);
            case LIST -> list(unit, node, proposals);
            default -> {}
        }
    }

    private static void integer(Unit unit, Node node, Proposals proposals) {
        String text = unit.text(node);
        if (text.length() > LONGEST_INTEGER || !text.chars().allMatch(Character::isDigit)) {
            return;
        }
        long value = Long.parseLong(text);
        number(node, value + 1, 2, proposals);
        number(node, value - 1, 2, proposals);
        number(node, 0, 1, proposals);
        number(node, 1, 1, proposals);
        number(node, 2, 0.4, proposals);
        number(node, -value, 0.5, proposals);
        number(node, value * 10, 0.15, proposals);
        number(node, value * 2, 0.15, proposals);
        if (unit.isPython()) {
            proposals.replace(RepairKind.NUMBER, 0.2, node, text + ".0");
            proposals.replace(RepairKind.NUMBER, 0.2, node, "None");
        }
        unit.ingredients().numbers().stream()
                .sorted()
                .limit(12)
                .forEach(other -> proposals.replace(RepairKind.NUMBER, 0.25, node, other));
        variables(unit, node, proposals);
    }

    private static void number(Node node, long value, double share, Proposals proposals) {
        boolean isNegativeOperand =
                value < 0 && Places.isOperand(node) && node.field().equals("right");
        String text = isNegativeOperand && node.parentIs(Role.ARITHMETIC) ? "(" + value + ")" : Long.toString(value);
        proposals.replace(RepairKind.NUMBER, share, node, text);
    }

    private static void fraction(Unit unit, Node node, Proposals proposals) {
        String text = unit.text(node);
        proposals.replace(RepairKind.NUMBER, 1, node, "0.0");
        proposals.replace(RepairKind.NUMBER, 1, node, "1.0");
        proposals.replace(RepairKind.NUMBER, 0.5, node, "0.5");
        proposals.replace(RepairKind.NUMBER, 0.5, node, "2.0");
        if (text.endsWith(".0")) {
            proposals.replace(RepairKind.NUMBER, 1, node, text.substring(0, text.length() - 2));
        }
        unit.ingredients().numbers().stream()
                .sorted()
                .limit(12)
                .forEach(other -> proposals.replace(RepairKind.NUMBER, 0.25, node, other));
        variables(unit, node, proposals);
    }

    /** A number stands where a variable should. */
    private static void variables(Unit unit, Node node, Proposals proposals) {
        for (Variable variable : unit.visibleAt(node)) {
            double fit = unit.fit(variable, Shape.NUMBER, "", node);
            if (fit > 0.1) {
                proposals.replace(RepairKind.VARIABLE, 0.5 * fit, node, variable.name());
            }
        }
    }

    private static String flipped(Unit unit, Node node) {
        boolean isTrue = unit.text(node).equals(unit.language().trueWord());
        return isTrue ? unit.language().falseWord() : unit.language().trueWord();
    }

    private static void string(Unit unit, Node node, Proposals proposals) {
        if (node.parentIs(Role.EXPRESSION_STATEMENT)) {
            // a docstring
            return;
        }
        String quote = unit.isPython() && unit.text(node).startsWith("'") ? "'" : "\"";
        proposals.replace(RepairKind.TEXT, 1, node, quote + quote);
        proposals.replace(RepairKind.TEXT, 0.5, node, quote + " " + quote);
        unit.ingredients().strings().stream()
                .sorted()
                .limit(40)
                .forEach(other -> proposals.replace(
                        RepairKind.TEXT, 0.2 + Likeness.ofNames(unit.text(node), other), node, other));
    }

    private static void nothing(Unit unit, Node node, Proposals proposals) {
        if (!unit.isPython() || node.parentIs(Role.COMPARISON)) {
            return;
        }
        for (String other : new String[] {"0", "[]", "''", "False", "{}", "True"}) {
            proposals.replace(RepairKind.RETURN_VALUE, 0.5, node, other);
        }
    }

    private static void list(Unit unit, Node node, Proposals proposals) {
        if (!unit.isPython()) {
            return;
        }
        if (!node.parts().isEmpty()) {
            proposals.replace(RepairKind.RETURN_VALUE, 0.3, node, "[]");
            return;
        }
        proposals.replace(RepairKind.RETURN_VALUE, 0.6, node, "[[]]");
        proposals.replace(RepairKind.RETURN_VALUE, 0.4, node, "[0]");
        proposals.replace(RepairKind.RETURN_VALUE, 0.2, node, "[1]");
        proposals.replace(RepairKind.RETURN_VALUE, 0.3, node, "None");
        for (Variable variable : unit.localsAt(node)) {
            proposals.replace(RepairKind.RETURN_VALUE, 0.6, node, "[" + variable.name() + "]");
        }
    }
}
