package dev.monkeywrench.sampling.mutation.syntax;

/** What a node does, whatever the language calls it. */
public enum Role {
    ROOT,
    BLOCK,
    TYPE,
    TYPE_BODY,
    FUNCTION,
    LAMBDA,
    PARAMETERS,
    IF,
    ELSE_IF,
    ELSE,
    WHILE,
    FOR,
    FOR_EACH,
    RETURN,
    RAISE,
    BREAK,
    CONTINUE,
    YIELD,
    EXPRESSION_STATEMENT,
    DECLARATION,
    DECLARATOR,
    OTHER_STATEMENT,
    ASSIGNMENT,
    AUGMENTED,
    UPDATE,
    ARITHMETIC,
    COMPARISON,
    LOGICAL,
    NOT,
    NEGATIVE,
    CALL,
    NEW,
    ARGUMENTS,
    KEYWORD_ARGUMENT,
    INDEX,
    SLICE,
    MEMBER,
    NAME,
    MEMBER_NAME,
    LABEL,
    PARAMETER,
    INTEGER,
    FLOAT,
    STRING,
    CHARACTER,
    TRUTH,
    NULL,
    LIST,
    TUPLE,
    SET,
    MAP,
    COMPREHENSION,
    COMPREHENSION_FOR,
    COMPREHENSION_IF,
    TERNARY,
    CAST,
    PARENTHESES,
    OTHER_EXPRESSION,
    OTHER;

    /** Whether it has a value, wherever it stands. */
    public boolean isExpression() {
        return switch (this) {
            case ARITHMETIC,
                    COMPARISON,
                    LOGICAL,
                    NOT,
                    NEGATIVE,
                    CALL,
                    NEW,
                    INDEX,
                    MEMBER,
                    NAME,
                    INTEGER,
                    FLOAT,
                    STRING,
                    CHARACTER,
                    TRUTH,
                    NULL,
                    LIST,
                    TUPLE,
                    SET,
                    MAP,
                    COMPREHENSION,
                    TERNARY,
                    CAST,
                    PARENTHESES,
                    LAMBDA,
                    OTHER_EXPRESSION -> true;
            default -> false;
        };
    }

    public boolean isStatement() {
        return switch (this) {
            case IF,
                    WHILE,
                    FOR,
                    FOR_EACH,
                    RETURN,
                    RAISE,
                    BREAK,
                    CONTINUE,
                    EXPRESSION_STATEMENT,
                    DECLARATION,
                    OTHER_STATEMENT -> true;
            default -> false;
        };
    }

    public boolean isLiteral() {
        return switch (this) {
            case INTEGER, FLOAT, STRING, CHARACTER, TRUTH, NULL -> true;
            default -> false;
        };
    }

    public boolean isLoop() {
        return this == WHILE || this == FOR || this == FOR_EACH;
    }
}
