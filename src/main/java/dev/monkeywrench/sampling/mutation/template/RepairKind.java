package dev.monkeywrench.sampling.mutation.template;

/**
 * The kinds of change, and how likely each mends a fault of one line where it applies, relative to the others: fitted
 * to fixes of one line out of public repositories, with what studies of real fixes report as the prior. See
 * docs/mutation.md.
 */
public enum RepairKind {
    COMPARISON_OPERATOR("replace a comparison", 20.8),
    ARITHMETIC_OPERATOR("replace an arithmetic operator", 4.2),
    LOGICAL_OPERATOR("replace a logical operator", 3.7),
    ASSIGNMENT_OPERATOR("replace an assignment operator", 3.1),
    OFF_BY_ONE("move a bound by one", 7),
    OPERAND_SWAP("swap the operands", 5.6),
    OPERAND_DROP("drop an operand", 7.9),
    OPERAND_ADD("add an operand", 2.2),
    NUMBER("change a number", 3.9),
    TRUTH("flip a truth value", 6.2),
    TEXT("change a string", 1.7),
    VARIABLE("use another variable", 6.6),
    MEMBER("use another attribute", 4.7),
    FUNCTION("call another function", 6.4),
    ARGUMENT_SWAP("swap arguments", 5.5),
    ARGUMENT_DROP("drop an argument", 1.4),
    ARGUMENT_ADD("add an argument", 1.9),
    INDEX("change an index", 1.9),
    SLICE("change a slice", 3.2),
    CONDITION_NEGATE("negate a condition", 5),
    CONDITION_DROP("drop part of a condition", 5.9),
    CONDITION_ADD("add to a condition", 20),
    CONDITION_REPLACE("replace a condition", 7.1),
    NULL_GUARD("guard against nothing", 5.6),
    GUARD_INSERT("insert a guard", 3),
    CALL_WRAP("wrap in a call", 3.3),
    CALL_UNWRAP("unwrap a call", 5.6),
    EXTREMUM("bound by another value", 2.4),
    RETURN_VALUE("return another value", 12.3),
    EXPRESSION("use another expression", 3.4),
    STATEMENT_INSERT("insert a statement", 5.8),
    STATEMENT_DELETE("delete a statement", 2),
    STATEMENT_MOVE("move a statement", 2),
    FLOW("change the flow of control", 2.8),
    EQUALITY("compare by value", 7.3),
    CAST("widen or cast", 10);

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
