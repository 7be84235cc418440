package dev.monkeywrench.sampling.mutation.template;

import dev.monkeywrench.sampling.mutation.syntax.Call;
import dev.monkeywrench.sampling.mutation.syntax.Node;
import dev.monkeywrench.sampling.mutation.syntax.Role;
import dev.monkeywrench.sampling.mutation.syntax.Shape;
import java.util.List;
import java.util.Optional;

/** Wraps a value in a call, or takes it out of one. */
final class Wraps implements Template {

    private static final List<String> OF_NUMBER = List.of("abs(%s)", "int(%s)", "float(%s)", "round(%s)", "str(%s)");
    private static final List<String> OF_LIST =
            List.of("list(%s)", "sorted(%s)", "set(%s)", "len(%s)", "reversed(%s)", "%s.copy()", "[%s]", "sum(%s)");
    private static final List<String> OF_TEXT =
            List.of("%s.strip()", "%s.lower()", "str(%s)", "len(%s)", "int(%s)", "%s.split()");
    private static final List<String> OF_ANY = List.of("list(%s)", "str(%s)", "int(%s)", "len(%s)", "[%s]", "set(%s)");
    private static final List<String> OF_JAVA_TEXT =
            List.of("%s.trim()", "%s.toLowerCase()", "%s.length()", "Integer.parseInt(%s)");

    @Override
    public void propose(Unit unit, Node node, Proposals proposals) {
        if (node.is(Role.CALL)) {
            Call.of(node).ifPresent(call -> unwrapped(unit, call, proposals));
        }
        boolean stands = Places.isWholeValue(node) || node.parentIs(Role.COMPARISON);
        if (node.role().isExpression() && stands && !Places.isTarget(node)) {
            bounded(unit, node, proposals);
            if (!node.role().isLiteral()) {
                wrapped(unit, node, proposals);
            }
        }
    }

    private static void unwrapped(Unit unit, Call call, Proposals proposals) {
        boolean isRange = unit.text(call.name()).equals("range");
        for (Node argument : call.arguments()) {
            if (argument.role().isExpression() && !isRange) {
                double share = call.arguments().size() == 1 ? 1 : 0.6;
                proposals.replace(RepairKind.CALL_UNWRAP, share, call.node(), unit.text(argument));
            }
        }
        call.receiver()
                .filter(receiver -> !call.node().parentIs(Role.EXPRESSION_STATEMENT))
                .ifPresent(
                        receiver -> proposals.replace(RepairKind.CALL_UNWRAP, 0.8, call.node(), unit.text(receiver)));
    }

    /** {@code max(x, e)} for {@code e}, with the usual bounds and with what the value is assigned to. */
    private static void bounded(Unit unit, Node node, Proposals proposals) {
        Shape shape = unit.shape(node);
        boolean mayBeNumber = shape == Shape.NUMBER || (shape == Shape.UNKNOWN && unit.isPython());
        if (!mayBeNumber) {
            return;
        }
        double weight = shape == Shape.NUMBER ? 1 : 0.4;
        Optional<Node> target = node.parent()
                .filter(parent -> parent.is(Role.ASSIGNMENT) && node.field().equals("right"))
                .flatMap(parent -> parent.part("left"));
        String text = unit.text(node);
        target.ifPresent(left -> extrema(unit, node, unit.text(left), text, weight, proposals));
        if (!node.role().isLiteral()) {
            extrema(unit, node, "0", text, weight * 0.6, proposals);
            extrema(unit, node, "1", text, weight * 0.2, proposals);
            unit.localsAt(node).stream()
                    .filter(variable -> variable.isLocal() && variable.shape() == Shape.NUMBER)
                    .filter(variable -> !variable.name().equals(text))
                    .forEach(variable -> extrema(unit, node, variable.name(), text, weight * 0.25, proposals));
        }
    }

    private static void extrema(Unit unit, Node node, String other, String text, double share, Proposals proposals) {
        String prefix = unit.isPython() ? "" : "Math.";
        proposals.replace(RepairKind.EXTREMUM, share, node, prefix + "max(" + other + ", " + text + ")");
        proposals.replace(RepairKind.EXTREMUM, share, node, prefix + "min(" + other + ", " + text + ")");
    }

    private static void wrapped(Unit unit, Node node, Proposals proposals) {
        String text = unit.text(node);
        String receiver = unit.grouped(node);
        for (String form : forms(unit, node)) {
            String inner = form.startsWith("%s") ? receiver : text;
            proposals.replace(RepairKind.CALL_WRAP, 0.5, node, form.replace("%s", inner));
        }
        if (node.parentIs(Role.COMPARISON)) {
            return;
        }
        unit.ingredients().unary().forEach(function -> {
            boolean isUsual = function.equals("range") || function.equals("print") || function.equals("super");
            if (!isUsual) {
                proposals.replace(RepairKind.CALL_WRAP, 0.4, node, function + "(" + text + ")");
            }
        });
    }

    private static List<String> forms(Unit unit, Node node) {
        Shape shape = unit.shape(node);
        if (!unit.isPython()) {
            return switch (shape) {
                case NUMBER -> List.of("Math.abs(%s)");
                case TEXT -> OF_JAVA_TEXT;
                case LIST -> List.of("new ArrayList<>(%s)", "%s.size()");
                case SET -> List.of("new HashSet<>(%s)", "%s.size()");
                case MAP -> List.of("new HashMap<>(%s)", "%s.size()");
                case UNKNOWN, TRUTH, OBJECT, FUNCTION -> List.of();
            };
        }
        return switch (shape) {
            case NUMBER -> OF_NUMBER;
            case TEXT -> OF_TEXT;
            case LIST, SET, MAP -> OF_LIST;
            case UNKNOWN, OBJECT -> OF_ANY;
            case TRUTH, FUNCTION -> List.of();
        };
    }
}
