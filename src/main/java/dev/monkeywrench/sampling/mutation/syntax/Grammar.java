package dev.monkeywrench.sampling.mutation.syntax;

import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads the two grammars' words as roles, and gives equal parts equal names. */
final class Grammar {

    private static final Map<String, String> FIELDS = Map.ofEntries(
            Map.entry("attribute.attribute", "member"),
            Map.entry("field_access.field", "member"),
            Map.entry("subscript.value", "object"),
            Map.entry("array_access.array", "object"),
            Map.entry("subscript.subscript", "index"),
            Map.entry("not_operator.argument", "operand"),
            Map.entry("unary_operator.argument", "operand"),
            Map.entry("enhanced_for_statement.name", "left"),
            Map.entry("enhanced_for_statement.value", "right"),
            Map.entry("variable_declarator.name", "left"),
            Map.entry("variable_declarator.value", "right"),
            Map.entry("keyword_argument.name", "label"),
            Map.entry("object_creation_expression.type", "function"));

    private static final Map<String, Role> ROLES = Map.ofEntries(
            Map.entry("module", Role.ROOT),
            Map.entry("program", Role.ROOT),
            Map.entry("block", Role.BLOCK),
            Map.entry("constructor_body", Role.BLOCK),
            Map.entry("switch_block_statement_group", Role.BLOCK),
            Map.entry("class_definition", Role.TYPE),
            Map.entry("class_declaration", Role.TYPE),
            Map.entry("enum_declaration", Role.TYPE),
            Map.entry("record_declaration", Role.TYPE),
            Map.entry("interface_declaration", Role.TYPE),
            Map.entry("class_body", Role.TYPE_BODY),
            Map.entry("function_definition", Role.FUNCTION),
            Map.entry("method_declaration", Role.FUNCTION),
            Map.entry("constructor_declaration", Role.FUNCTION),
            Map.entry("lambda", Role.LAMBDA),
            Map.entry("lambda_expression", Role.LAMBDA),
            Map.entry("parameters", Role.PARAMETERS),
            Map.entry("lambda_parameters", Role.PARAMETERS),
            Map.entry("formal_parameters", Role.PARAMETERS),
            Map.entry("if_statement", Role.IF),
            Map.entry("elif_clause", Role.ELSE_IF),
            Map.entry("else_clause", Role.ELSE),
            Map.entry("while_statement", Role.WHILE),
            Map.entry("do_statement", Role.WHILE),
            Map.entry("enhanced_for_statement", Role.FOR_EACH),
            Map.entry("return_statement", Role.RETURN),
            Map.entry("raise_statement", Role.RAISE),
            Map.entry("throw_statement", Role.RAISE),
            Map.entry("break_statement", Role.BREAK),
            Map.entry("continue_statement", Role.CONTINUE),
            Map.entry("yield", Role.YIELD),
            Map.entry("expression_statement", Role.EXPRESSION_STATEMENT),
            Map.entry("local_variable_declaration", Role.DECLARATION),
            Map.entry("field_declaration", Role.DECLARATION),
            Map.entry("variable_declarator", Role.DECLARATOR),
            Map.entry("try_statement", Role.OTHER_STATEMENT),
            Map.entry("with_statement", Role.OTHER_STATEMENT),
            Map.entry("try_with_resources_statement", Role.OTHER_STATEMENT),
            Map.entry("assert_statement", Role.OTHER_STATEMENT),
            Map.entry("delete_statement", Role.OTHER_STATEMENT),
            Map.entry("pass_statement", Role.OTHER_STATEMENT),
            Map.entry("assignment", Role.ASSIGNMENT),
            Map.entry("augmented_assignment", Role.AUGMENTED),
            Map.entry("update_expression", Role.UPDATE),
            Map.entry("binary_operator", Role.ARITHMETIC),
            Map.entry("comparison_operator", Role.COMPARISON),
            Map.entry("boolean_operator", Role.LOGICAL),
            Map.entry("not_operator", Role.NOT),
            Map.entry("unary_operator", Role.NEGATIVE),
            Map.entry("call", Role.CALL),
            Map.entry("method_invocation", Role.CALL),
            Map.entry("object_creation_expression", Role.NEW),
            Map.entry("argument_list", Role.ARGUMENTS),
            Map.entry("keyword_argument", Role.KEYWORD_ARGUMENT),
            Map.entry("subscript", Role.INDEX),
            Map.entry("array_access", Role.INDEX),
            Map.entry("slice", Role.SLICE),
            Map.entry("attribute", Role.MEMBER),
            Map.entry("field_access", Role.MEMBER),
            Map.entry("this", Role.NAME),
            Map.entry("integer", Role.INTEGER),
            Map.entry("decimal_integer_literal", Role.INTEGER),
            Map.entry("float", Role.FLOAT),
            Map.entry("decimal_floating_point_literal", Role.FLOAT),
            Map.entry("string", Role.STRING),
            Map.entry("string_literal", Role.STRING),
            Map.entry("concatenated_string", Role.STRING),
            Map.entry("character_literal", Role.CHARACTER),
            Map.entry("true", Role.TRUTH),
            Map.entry("false", Role.TRUTH),
            Map.entry("none", Role.NULL),
            Map.entry("null_literal", Role.NULL),
            Map.entry("list", Role.LIST),
            Map.entry("array_initializer", Role.LIST),
            Map.entry("tuple", Role.TUPLE),
            Map.entry("expression_list", Role.TUPLE),
            Map.entry("set", Role.SET),
            Map.entry("dictionary", Role.MAP),
            Map.entry("list_comprehension", Role.COMPREHENSION),
            Map.entry("set_comprehension", Role.COMPREHENSION),
            Map.entry("dictionary_comprehension", Role.COMPREHENSION),
            Map.entry("generator_expression", Role.COMPREHENSION),
            Map.entry("for_in_clause", Role.COMPREHENSION_FOR),
            Map.entry("if_clause", Role.COMPREHENSION_IF),
            Map.entry("conditional_expression", Role.TERNARY),
            Map.entry("ternary_expression", Role.TERNARY),
            Map.entry("cast_expression", Role.CAST),
            Map.entry("parenthesized_expression", Role.PARENTHESES),
            Map.entry("instanceof_expression", Role.OTHER_EXPRESSION),
            Map.entry("array_creation_expression", Role.OTHER_EXPRESSION),
            Map.entry("await", Role.OTHER_EXPRESSION));

    /** Where an identifier names something but is no variable's use. */
    private static final Set<String> LABELLING = Set.of(
            "dotted_name",
            "aliased_import",
            "global_statement",
            "nonlocal_statement",
            "type",
            "type_parameter",
            "scoped_identifier",
            "package_declaration",
            "import_declaration",
            "annotation",
            "marker_annotation",
            "labeled_statement",
            "method_reference",
            "enum_constant",
            "switch_label",
            "element_value_pair",
            "function_definition",
            "class_definition",
            "method_declaration",
            "constructor_declaration",
            "class_declaration",
            "enum_declaration",
            "record_declaration",
            "interface_declaration");

    private static final Set<String> PARAMETERS = Set.of(
            "parameters",
            "lambda_parameters",
            "list_splat_pattern",
            "dictionary_splat_pattern",
            "typed_parameter",
            "formal_parameter",
            "spread_parameter",
            "catch_formal_parameter",
            "inferred_parameters");

    private static final Set<String> RELATIONAL = Set.of("<", "<=", ">", ">=", "==", "!=");

    private Grammar() {}

    static String field(String kind, String raw, @Nullable Node parent) {
        if (parent == null) {
            return "";
        }
        String known = FIELDS.get(parent.kind() + "." + raw);
        if (known != null) {
            return known;
        }
        boolean isIndexOfJava = parent.kind().equals("array_access") && raw.equals("index");
        return isIndexOfJava ? "index" : raw;
    }

    /** Strings are taken whole; what an interpolation holds is left alone. */
    static boolean isLeaf(Node node) {
        return node.kind().startsWith("string")
                || node.kind().equals("type")
                || node.kind().endsWith("comment");
    }

    /** Gives a node its role once its children are known. */
    static Node finished(Language language, Node node, String text) {
        node.play(node.isNamed() ? role(language, node) : Role.OTHER);
        return node;
    }

    private static Role role(Language language, Node node) {
        return switch (node.kind()) {
            case "identifier" -> identifier(node);
            case "for_statement" -> language == Language.PYTHON ? Role.FOR_EACH : Role.FOR;
            case "binary_expression" -> binary(operator(node));
            case "unary_expression" -> operator(node).equals("!") ? Role.NOT : Role.NEGATIVE;
            case "assignment_expression" -> operator(node).equals("=") ? Role.ASSIGNMENT : Role.AUGMENTED;
            default -> ROLES.getOrDefault(node.kind(), Role.OTHER);
        };
    }

    private static Role binary(String operator) {
        if (RELATIONAL.contains(operator)) {
            return Role.COMPARISON;
        }
        return operator.equals("&&") || operator.equals("||") ? Role.LOGICAL : Role.ARITHMETIC;
    }

    private static String operator(Node node) {
        return node.operator().map(Node::kind).orElse("");
    }

    private static Role identifier(Node node) {
        String parent = node.parent().map(Node::kind).orElse("");
        if (node.field().equals("member")
                || (parent.equals("method_invocation") && node.field().equals("name"))) {
            return Role.MEMBER_NAME;
        }
        boolean isName = node.field().equals("name");
        if (PARAMETERS.contains(parent) || (isName && parent.endsWith("default_parameter"))) {
            return Role.PARAMETER;
        }
        if (parent.equals("lambda_expression") && node.field().equals("parameters")) {
            return Role.PARAMETER;
        }
        boolean isDeclared = parent.equals("variable_declarator") || parent.equals("enhanced_for_statement");
        if (node.field().equals("label") || (isDeclared && node.field().equals("left"))) {
            return Role.LABEL;
        }
        return LABELLING.contains(parent) ? Role.LABEL : Role.NAME;
    }
}
