package dev.monkeywrench.sampling.mutation.template;

/**
 * The kinds of change, and how often a fault of one line is mended by each where it applies: relative to the others,
 * by what studies of real fixes report. See docs/mutation.md for the sources.
 */
public enum RepairKind {
    COMPARISON_OPERATOR("replace a comparison", 9),
    ARITHMETIC_OPERATOR("replace an arithmetic operator", 5),
    LOGICAL_OPERATOR("replace a logical operator", 5),
    ASSIGNMENT_OPERATOR("replace an assignment operator", 5),
    OFF_BY_ONE("move a bound by one", 8),
    OPERAND_SWAP("swap the operands", 4),
    OPERAND_DROP("drop an operand", 4),
    OPERAND_ADD("add an operand", 3.5),
    NUMBER("change a number", 6),
    TRUTH("flip a truth value", 4),
    TEXT("change a string", 1.5),
    VARIABLE("use another variable", 12),
    MEMBER("use another attribute", 5),
    FUNCTION("call another function", 6),
    ARGUMENT_SWAP("swap arguments", 5),
    ARGUMENT_DROP("drop an argument", 2.5),
    ARGUMENT_ADD("add an argument", 2),
    INDEX("change an index", 4),
    SLICE("change a slice", 4),
    CONDITION_NEGATE("negate a condition", 4),
    CONDITION_DROP("drop part of a condition", 4),
    CONDITION_ADD("add to a condition", 6),
    CONDITION_REPLACE("replace a condition", 4),
    NULL_GUARD("guard against nothing", 5),
    GUARD_INSERT("insert a guard", 3),
    CALL_WRAP("wrap in a call", 3),
    CALL_UNWRAP("unwrap a call", 4),
    EXTREMUM("bound by another value", 3),
    RETURN_VALUE("return another value", 5),
    EXPRESSION("use another expression", 5),
    STATEMENT_INSERT("insert a statement", 6),
    STATEMENT_DELETE("delete a statement", 3),
    STATEMENT_MOVE("move a statement", 3),
    FLOW("change the flow of control", 3),
    EQUALITY("compare by value", 5),
    CAST("widen or cast", 2.5);

    private final String title;
    private final double prior;

    RepairKind(String title, double prior) {
        this.title = title;
        this.prior = prior;
    }

    /** As it is told to people. */
    public String title() {
        return title;
    }

    double prior() {
        return prior;
    }
}
