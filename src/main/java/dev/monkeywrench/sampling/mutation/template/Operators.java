package dev.monkeywrench.sampling.mutation.template;

import dev.monkeywrench.sampling.mutation.syntax.Node;
import dev.monkeywrench.sampling.mutation.syntax.Role;
import dev.monkeywrench.sampling.mutation.syntax.Shape;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Replaces operators by those they are mistaken for. */
final class Operators implements Template {

    /** A bound that takes in one too many or too few is far more common than a question put the wrong way round. */
    private static final Map<String, Map<String, Double>> COMPARISONS = Map.ofEntries(
            Map.entry("<", likely("<=", 1, ">", 0.35, ">=", 0.2, "!=", 0.15, "==", 0.06)),
            Map.entry("<=", likely("<", 1, ">=", 0.35, ">", 0.2, "==", 0.1, "!=", 0.05)),
            Map.entry(">", likely(">=", 1, "<", 0.35, "<=", 0.2, "!=", 0.15, "==", 0.06)),
            Map.entry(">=", likely(">", 1, "<=", 0.35, "<", 0.2, "==", 0.1, "!=", 0.05)),
            Map.entry("==", likely("!=", 0.3, "<=", 0.2, ">=", 0.2, "<", 0.08, ">", 0.08)),
            Map.entry("!=", likely("==", 0.3, "<", 0.2, ">", 0.2, "<=", 0.06, ">=", 0.06)),
            Map.entry("is", likely("is not", 0.3, "==", 0.2)),
            Map.entry("is not", likely("is", 0.3, "!=", 0.2)),
            Map.entry("in", likely("not in", 0.3, "==", 0.1)),
            Map.entry("not in", likely("in", 0.3, "!=", 0.1)));

    private static final Map<String, Map<String, Double>> CALCULATIONS = Map.ofEntries(
            Map.entry("+", likely("-", 4, "*", 1.2, "/", 0.3, "%", 0.2)),
            Map.entry("-", likely("+", 4, "*", 0.4, "/", 0.3, "%", 0.3)),
            Map.entry("*", likely("+", 2, "/", 1.5, "**", 1, "-", 0.6)),
            Map.entry("/", likely("//", 3, "*", 2, "%", 1.2, "-", 0.3)),
            Map.entry("//", likely("/", 3, "%", 1.5, "*", 1.5)),
            Map.entry("%", likely("//", 2, "/", 1.5, "*", 0.6, "-", 0.4)),
            Map.entry("**", likely("*", 3, "//", 0.3)),
            Map.entry("&", likely("|", 3, "^", 2)),
            Map.entry("|", likely("&", 3, "^", 2)),
            Map.entry("^", likely("&", 2, "|", 2, "**", 1)),
            Map.entry("<<", likely(">>", 3)),
            Map.entry(">>", likely("<<", 3, ">>>", 2)),
            Map.entry(">>>", likely(">>", 3, "<<", 2)));

    private static final Map<String, Map<String, Double>> ASSIGNMENTS = Map.ofEntries(
            Map.entry("+=", likely("-=", 3, "=", 2, "*=", 1)),
            Map.entry("-=", likely("+=", 3, "=", 1.5)),
            Map.entry("*=", likely("+=", 2, "/=", 1, "//=", 1, "=", 1)),
            Map.entry("/=", likely("//=", 3, "*=", 1.5, "=", 0.5)),
            Map.entry("//=", likely("/=", 2, "*=", 1.5)),
            Map.entry("%=", likely("/=", 1, "//=", 1, "=", 0.5)),
            Map.entry("&=", likely("|=", 2, "^=", 2, "=", 0.5)),
            Map.entry("|=", likely("&=", 2, "^=", 2, "=", 0.5)),
            Map.entry("^=", likely("&=", 2, "|=", 2, "=", 0.5)),
            Map.entry("<<=", likely(">>=", 3)),
            Map.entry(">>=", likely("<<=", 3, ">>>=", 1)));

    private static Map<String, Double> likely(Object... pairs) {
        Map<String, Double> shares = new LinkedHashMap<>();
        for (int i = 0; i < pairs.length; i += 2) {
            shares.put((String) pairs[i], ((Number) pairs[i + 1]).doubleValue());
        }
        return shares;
    }

    @Override
    public void propose(Unit unit, Node node, Proposals proposals) {
        switch (node.role()) {
            case COMPARISON -> comparison(unit, node, proposals);
            case ARITHMETIC -> calculation(unit, node, proposals);
            case LOGICAL -> node.operator().ifPresent(operator -> logical(unit, operator, proposals));
            case AUGMENTED ->
                node.operator()
                        .ifPresent(operator ->
                                replaced(unit, operator, RepairKind.ASSIGNMENT_OPERATOR, ASSIGNMENTS, proposals));
            case ASSIGNMENT -> assignment(unit, node, proposals);
            case UPDATE -> update(unit, node, proposals);
            case NEGATIVE ->
                node.part("operand")
                        .ifPresent(operand ->
                                proposals.replace(RepairKind.ARITHMETIC_OPERATOR, 0.7, node, unit.text(operand)));
            default -> {}
        }
    }

    private static void comparison(Unit unit, Node node, Proposals proposals) {
        for (Node operator : node.operators()) {
            replaced(unit, operator, RepairKind.COMPARISON_OPERATOR, COMPARISONS, proposals);
        }
        List<Node> operands = node.parts();
        String operator = node.operators().getFirst().kind();
        boolean isSymmetric = operator.equals("==") || operator.equals("!=");
        if (operands.size() == 2 && !isSymmetric) {
            proposals.swap(RepairKind.OPERAND_SWAP, 0.5, operands.getFirst(), operands.getLast());
        }
    }

    private static void calculation(Unit unit, Node node, Proposals proposals) {
        Shape shape = unit.shape(node);
        List<Node> operands = node.parts();
        if (operands.size() != 2) {
            return;
        }
        String kind = node.operator().map(Node::kind).orElse("");
        boolean isSymmetric =
                shape == Shape.NUMBER && List.of("+", "*", "&", "|", "^").contains(kind);
        if (!isSymmetric) {
            proposals.swap(RepairKind.OPERAND_SWAP, 1, operands.getFirst(), operands.getLast());
        }
        if (shape != Shape.TEXT && shape != Shape.LIST) {
            node.operator()
                    .ifPresent(operator ->
                            replaced(unit, operator, RepairKind.ARITHMETIC_OPERATOR, CALCULATIONS, proposals));
        }
        regrouped(unit, node, proposals);
    }

    /** {@code a + b / c} for {@code (a + b) / c}, and the other way about. */
    private static void regrouped(Unit unit, Node node, Proposals proposals) {
        node.part("left")
                .filter(left -> left.is(Role.PARENTHESES) && Unit.bare(left).is(Role.ARITHMETIC))
                .ifPresent(left ->
                        proposals.replace(RepairKind.ARITHMETIC_OPERATOR, 0.5, left, unit.text(Unit.bare(left))));
        node.part("right")
                .filter(right -> right.is(Role.PARENTHESES) && Unit.bare(right).is(Role.ARITHMETIC))
                .ifPresent(right ->
                        proposals.replace(RepairKind.ARITHMETIC_OPERATOR, 0.5, right, unit.text(Unit.bare(right))));
        Node left = node.parts().getFirst();
        Node right = node.parts().getLast();
        if (right.is(Role.ARITHMETIC) && right.parts().size() == 2) {
            int end = right.parts().getFirst().end();
            proposals.add(
                    RepairKind.ARITHMETIC_OPERATOR,
                    0.7,
                    node,
                    new Change(node.start(), node.start(), "("),
                    new Change(end, end, ")"));
        }
        if (left.is(Role.ARITHMETIC) && left.parts().size() == 2) {
            int start = left.parts().getLast().start();
            proposals.add(
                    RepairKind.ARITHMETIC_OPERATOR,
                    0.7,
                    node,
                    new Change(start, start, "("),
                    new Change(node.end(), node.end(), ")"));
        }
    }

    private static void logical(Unit unit, Node operator, Proposals proposals) {
        boolean isAnd = operator.kind().equals("and") || operator.kind().equals("&&");
        String other = isAnd ? unit.language().orWord() : unit.language().andWord();
        proposals.replace(RepairKind.LOGICAL_OPERATOR, 1, operator, other.strip());
    }

    private static void assignment(Unit unit, Node node, Proposals proposals) {
        boolean isValue = node.part("left")
                .filter(left -> !left.kind().contains("pattern"))
                .flatMap(left -> node.part("right"))
                .filter(right -> !right.is(Role.ASSIGNMENT) && !right.is(Role.LIST) && !right.is(Role.TUPLE))
                .isPresent();
        if (!isValue || node.operator().isEmpty()) {
            return;
        }
        Shape shape = node.part("left").map(unit::shape).orElse(Shape.UNKNOWN);
        double share = shape == Shape.NUMBER ? 1 : 0.4;
        proposals.replace(RepairKind.ASSIGNMENT_OPERATOR, share, node.operator().get(), "+=");
        if (shape != Shape.TEXT && shape != Shape.LIST) {
            proposals.replace(
                    RepairKind.ASSIGNMENT_OPERATOR, share / 2, node.operator().get(), "-=");
        }
    }

    /** {@code i++} for {@code i--}, and {@code ++i} for {@code i++} where its value is used. */
    private static void update(Unit unit, Node node, Proposals proposals) {
        node.operator().ifPresent(operator -> {
            String other = operator.kind().equals("++") ? "--" : "++";
            proposals.replace(RepairKind.ASSIGNMENT_OPERATOR, 1, operator, other);
            if (!node.parentIs(Role.EXPRESSION_STATEMENT) && !node.field().equals("update")) {
                String name = node.parts().stream().findFirst().map(unit::text).orElse("");
                boolean isPrefix = operator.start() == node.start();
                String turned = isPrefix ? name + operator.kind() : operator.kind() + name;
                proposals.replace(RepairKind.ASSIGNMENT_OPERATOR, 1.5, node, turned);
            }
        });
    }

    private static void replaced(
            Unit unit, Node operator, RepairKind kind, Map<String, Map<String, Double>> table, Proposals proposals) {
        table.getOrDefault(operator.kind(), Map.of()).forEach((other, share) -> {
            boolean isPythonOnly = other.startsWith("//") || other.startsWith("**") || other.startsWith("is");
            boolean isJavaOnly = other.startsWith(">>>");
            if (unit.isPython() ? !isJavaOnly : !isPythonOnly) {
                proposals.replace(kind, share, operator, other);
            }
        });
    }
}
