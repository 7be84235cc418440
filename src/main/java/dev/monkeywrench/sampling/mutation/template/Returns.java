package dev.monkeywrench.sampling.mutation.template;

import dev.monkeywrench.sampling.mutation.syntax.Names;
import dev.monkeywrench.sampling.mutation.syntax.Node;
import dev.monkeywrench.sampling.mutation.syntax.Role;
import dev.monkeywrench.sampling.mutation.syntax.Shape;
import dev.monkeywrench.sampling.mutation.syntax.Variable;
import java.util.List;
import java.util.Optional;

/** Returns something else: a variable, nothing, one element, a list of it. */
final class Returns implements Template {

    @Override
    public void propose(Unit unit, Node node, Proposals proposals) {
        if (!node.is(Role.RETURN)) {
            return;
        }
        Optional<Node> value = node.parts().stream().findFirst();
        if (value.isEmpty()) {
            return;
        }
        Node returned = value.get();
        for (Variable variable : unit.localsAt(node)) {
            double fit = unit.fit(variable, unit.shape(returned), typeAt(unit, node), node);
            proposals.replace(RepairKind.RETURN_VALUE, fit, returned, variable.name());
        }
        if (unit.isPython()) {
            python(unit, returned, proposals);
        } else {
            java(unit, returned, proposals);
        }
    }

    /** The type that the function around a node says it returns; empty where it says none. */
    static String typeAt(Unit unit, Node node) {
        return node.enclosing(Role.FUNCTION)
                .flatMap(function -> function.part("type"))
                .map(unit::text)
                .orElse("");
    }

    private static void python(Unit unit, Node returned, Proposals proposals) {
        for (String constant : List.of("None", "0", "[]", "True", "False", "-1", "1", "''", "{}")) {
            proposals.replace(RepairKind.RETURN_VALUE, 0.25, returned, constant);
        }
        if (!returned.role().isLiteral()) {
            proposals.replace(RepairKind.RETURN_VALUE, 0.3, returned, "[" + unit.text(returned) + "]");
        }
    }

    private static void java(Unit unit, Node returned, Proposals proposals) {
        String type = typeAt(unit, returned);
        List<String> constants = switch (Shape.ofType(type)) {
            case NUMBER -> List.of("0", "1", "-1");
            case TRUTH -> List.of("true", "false");
            case TEXT -> List.of("\"\"", "null");
            case LIST, SET, MAP, OBJECT, UNKNOWN, FUNCTION -> List.of("null");
        };
        for (String constant : constants) {
            proposals.replace(RepairKind.RETURN_VALUE, 0.4, returned, constant);
        }
        boolean isList = type.startsWith("List") || type.startsWith("ArrayList") || type.startsWith("Collection");
        if (!isList) {
            return;
        }
        proposals.replace(RepairKind.RETURN_VALUE, 0.4, returned, "new ArrayList<>()");
        boolean isNested =
                !type.contains("<") || Shape.ofType(Names.elementType(type)).isCollection();
        if (isNested) {
            proposals.replace(
                    RepairKind.RETURN_VALUE, 0.4, returned, "new ArrayList<>(Arrays.asList(new ArrayList<>()))");
        }
        for (Variable variable : unit.localsAt(returned)) {
            if (variable.isLocal() && !variable.shape().isCollection()) {
                proposals.replace(
                        RepairKind.RETURN_VALUE,
                        0.5,
                        returned,
                        "new ArrayList<>(Arrays.asList(" + variable.name() + "))");
            }
        }
    }
}
