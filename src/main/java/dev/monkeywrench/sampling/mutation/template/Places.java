package dev.monkeywrench.sampling.mutation.template;

import dev.monkeywrench.sampling.mutation.syntax.Node;
import dev.monkeywrench.sampling.mutation.syntax.Role;

/** Questions about where a node stands. */
final class Places {

    private Places() {}

    /** Whether it is a value in its own right, so that other text may stand there without brackets. */
    static boolean isWholeValue(Node node) {
        return node.parent()
                .map(parent -> switch (parent.role()) {
                    case ARGUMENTS, RETURN, SLICE, PARENTHESES, LIST, TUPLE, YIELD -> true;
                    case INDEX -> node.field().equals("index");
                    case ASSIGNMENT, AUGMENTED, DECLARATOR, FOR_EACH, COMPREHENSION_FOR ->
                        node.field().equals("right");
                    case KEYWORD_ARGUMENT -> node.field().equals("value");
                    default -> false;
                })
                .orElse(false);
    }

    static boolean isOperand(Node node) {
        return node.parentIs(Role.ARITHMETIC) || node.parentIs(Role.COMPARISON);
    }

    /** Whether something is assigned to it. */
    static boolean isTarget(Node node) {
        Node current = node;
        while (current.parent().isPresent() && current.parent().get().kind().endsWith("pattern_list")) {
            current = current.parent().get();
        }
        if (!current.field().equals("left")) {
            return current.parentIs(Role.UPDATE);
        }
        return current.parent()
                .map(parent -> switch (parent.role()) {
                    case ASSIGNMENT, AUGMENTED, FOR_EACH, COMPREHENSION_FOR, DECLARATOR -> true;
                    default -> false;
                })
                .orElse(false);
    }

    /** Whether it names what is called. */
    static boolean isCallee(Node node) {
        return node.field().equals("function");
    }

    /** Whether it is a branch's or loop's condition. */
    static boolean isCondition(Node node) {
        Node current = node;
        while (current.parentIs(Role.PARENTHESES)) {
            current = current.parent().orElse(current);
        }
        if (current.parentIs(Role.COMPREHENSION_IF)) {
            return true;
        }
        if (current.parentIs(Role.TERNARY)) {
            return isConditionOfTernary(current);
        }
        return current.field().equals("condition");
    }

    /** Python's grammar gives the parts of {@code a if c else b} no names: the condition is the middle one. */
    private static boolean isConditionOfTernary(Node node) {
        if (node.field().equals("condition")) {
            return true;
        }
        return node.parent()
                .filter(parent -> parent.kind().equals("conditional_expression"))
                .filter(parent -> parent.parts().size() == 3 && parent.parts().get(1) == node)
                .isPresent();
    }

    /** Whether it stands in a statement that runs, not in a header of parameters or a type. */
    static boolean isInsideFunction(Node node) {
        return node.enclosing(Role.FUNCTION).isPresent();
    }
}
