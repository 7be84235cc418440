package dev.monkeywrench.sampling.mutation.template;

import dev.monkeywrench.sampling.mutation.syntax.Node;
import dev.monkeywrench.sampling.mutation.syntax.Role;
import dev.monkeywrench.sampling.mutation.syntax.Shape;
import dev.monkeywrench.sampling.mutation.syntax.Variable;
import java.util.List;

/** What goes wrong in Java alone: identity for equality, narrow numbers, overflow. */
final class JavaFaults implements Template {

    @Override
    public void propose(Unit unit, Node node, Proposals proposals) {
        if (unit.isPython()) {
            return;
        }
        switch (node.role()) {
            case COMPARISON -> equality(unit, node, proposals);
            case CALL -> identity(unit, node, proposals);
            case ARITHMETIC -> calculation(unit, node, proposals);
            case DECLARATION -> widened(unit, node, proposals);
            case CAST ->
                node.part("value").ifPresent(value -> proposals.replace(RepairKind.CAST, 1, node, unit.text(value)));
            case WHILE -> emptied(unit, node, proposals);
            default -> {}
        }
    }

    private static void equality(Unit unit, Node node, Proposals proposals) {
        List<Node> operands = node.parts();
        String operator = node.operator().map(Node::kind).orElse("");
        boolean isIdentity = operator.equals("==") || operator.equals("!=");
        boolean hasLiteral = operands.stream()
                .anyMatch(operand -> operand.is(Role.NULL) || operand.is(Role.INTEGER) || operand.is(Role.CHARACTER));
        if (!isIdentity
                || hasLiteral
                || operands.size() != 2
                || operands.stream().anyMatch(part -> isPrimitive(unit, part))) {
            return;
        }
        String no = operator.equals("!=") ? "!" : "";
        String left = unit.grouped(operands.getFirst());
        String right = unit.text(operands.getLast());
        proposals.replace(RepairKind.EQUALITY, 1, node, no + left + ".equals(" + right + ")");
        proposals.replace(RepairKind.EQUALITY, 0.5, node, no + "java.util.Objects.equals(" + left + ", " + right + ")");
    }

    private static boolean isPrimitive(Unit unit, Node operand) {
        return operand.is(Role.NAME)
                && unit.names()
                        .find(unit.text(operand), operand.start())
                        .map(Variable::type)
                        .filter(type -> !type.isEmpty() && Character.isLowerCase(type.charAt(0)) && !type.contains("["))
                        .isPresent();
    }

    private static void identity(Unit unit, Node node, Proposals proposals) {
        boolean isEquals = node.part("name")
                .filter(name -> unit.text(name).equals("equals"))
                .isPresent();
        List<Node> arguments = node.part("arguments").map(Node::parts).orElse(List.of());
        if (isEquals && arguments.size() == 1) {
            node.part("object")
                    .ifPresent(object -> proposals.replace(
                            RepairKind.EQUALITY,
                            0.4,
                            node,
                            unit.text(object) + " == " + unit.text(arguments.getFirst())));
        }
    }

    private static void calculation(Unit unit, Node node, Proposals proposals) {
        if (unit.shape(node) == Shape.TEXT || node.parentIs(Role.ARITHMETIC)) {
            return;
        }
        String text = unit.text(node);
        String operator = node.operator().map(Node::kind).orElse("");
        if (operator.equals("/") || operator.equals("*") || operator.equals("<<")) {
            proposals.replace(RepairKind.CAST, 0.6, node, "(long) " + text);
            proposals.replace(RepairKind.CAST, operator.equals("/") ? 1 : 0.4, node, "(double) " + text);
        }
        proposals.replace(RepairKind.CAST, 0.3, node, "(int) (" + text + ")");
        midpoint(unit, node, proposals);
    }

    /** {@code lo + (hi - lo) / 2} for {@code (lo + hi) / 2}, which overflows. */
    private static void midpoint(Unit unit, Node node, Proposals proposals) {
        boolean halves = unit.text(node).replace(" ", "").endsWith(")/2");
        node.part("left")
                .map(Unit::bare)
                .filter(sum -> halves && sum.is(Role.ARITHMETIC))
                .ifPresent(sum -> {
                    String low = unit.text(sum.parts().getFirst());
                    String high = unit.text(sum.parts().getLast());
                    proposals.replace(RepairKind.CAST, 1, node, low + " + (" + high + " - " + low + ") / 2");
                    proposals.replace(RepairKind.CAST, 0.6, node, "(" + low + " + " + high + ") >>> 1");
                });
    }

    private static void widened(Unit unit, Node node, Proposals proposals) {
        node.part("type").ifPresent(type -> {
            switch (unit.text(type)) {
                case "int" -> {
                    proposals.replace(RepairKind.CAST, 0.6, type, "long");
                    proposals.replace(RepairKind.CAST, 0.3, type, "double");
                }
                case "float" -> proposals.replace(RepairKind.CAST, 0.6, type, "double");
                case "long" -> proposals.replace(RepairKind.CAST, 0.2, type, "int");
                default -> {}
            }
        });
    }

    /** A loop without end over something that runs out. */
    private static void emptied(Unit unit, Node node, Proposals proposals) {
        node.part("condition")
                .map(Unit::bare)
                .filter(condition -> condition.is(Role.TRUTH))
                .ifPresent(condition -> unit.localsAt(node).stream()
                        .filter(variable -> variable.shape().isCollection())
                        .forEach(variable -> proposals.replace(
                                RepairKind.CONDITION_REPLACE, 1, condition, "!" + variable.name() + ".isEmpty()")));
    }
}
