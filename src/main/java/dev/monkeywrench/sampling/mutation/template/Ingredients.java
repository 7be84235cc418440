package dev.monkeywrench.sampling.mutation.template;

import dev.monkeywrench.sampling.mutation.syntax.Call;
import dev.monkeywrench.sampling.mutation.syntax.Node;
import dev.monkeywrench.sampling.mutation.syntax.Role;
import dev.monkeywrench.sampling.mutation.syntax.SyntaxTree;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * What a file is made of, to be used again elsewhere in it: most fixes are made of what is there already.
 *
 * @param functions called without a receiver, and how often
 * @param unary those of them that are called with one argument
 * @param methods called on a receiver, and how often
 * @param members read from an object, and how often
 * @param conditions of its branches and loops
 * @param statements simple and short
 * @param expressions short, and not mere names
 * @param strings written in it
 * @param numbers written in it
 */
record Ingredients(
        Map<String, Integer> functions,
        Set<String> unary,
        Map<String, Integer> methods,
        Map<String, Integer> members,
        List<Node> conditions,
        List<Node> statements,
        List<Node> expressions,
        Set<String> strings,
        Set<String> numbers) {

    private static final int LONGEST_STATEMENT = 120;
    private static final int LONGEST_EXPRESSION = 50;
    private static final int MOST = 3000;
    private static final int MOST_FAR = 40;

    static Ingredients of(SyntaxTree tree) {
        Ingredients found = new Ingredients(
                new LinkedHashMap<>(),
                new TreeSet<>(),
                new LinkedHashMap<>(),
                new LinkedHashMap<>(),
                new ArrayList<>(),
                new ArrayList<>(),
                new ArrayList<>(),
                new HashSet<>(),
                new HashSet<>());
        for (Node node : tree.nodes()) {
            found.take(tree, node);
        }
        return found;
    }

    /** Those within a function, and some of the others: a large file would offer too many. */
    static List<Node> nearby(List<Node> nodes, Node function) {
        List<Node> nearby = new ArrayList<>();
        int far = 0;
        for (Node node : nodes) {
            if (function.contains(node)) {
                nearby.add(node);
            } else if (far < MOST_FAR) {
                far++;
                nearby.add(node);
            }
        }
        return nearby;
    }

    private void take(SyntaxTree tree, Node node) {
        takeNames(tree, node);
        boolean isShort = node.end() - node.start() <= LONGEST_EXPRESSION;
        switch (node.role()) {
            case STRING -> strings.add(tree.text(node));
            case INTEGER, FLOAT -> numbers.add(tree.text(node));
            case COMPARISON, NOT -> keep(conditions, node, isShort);
            case EXPRESSION_STATEMENT -> keep(statements, node, node.end() - node.start() <= LONGEST_STATEMENT);
            default -> {}
        }
        if (isWorthUsingAgain(node)) {
            keep(expressions, node, isShort);
        }
    }

    private void takeNames(SyntaxTree tree, Node node) {
        Call.of(node).ifPresent(call -> {
            Map<String, Integer> names = call.receiver().isPresent() ? methods : functions;
            if (node.is(Role.CALL)) {
                names.merge(tree.text(call.name()), 1, Integer::sum);
                if (call.receiver().isEmpty() && call.arguments().size() == 1) {
                    unary.add(tree.text(call.name()));
                }
            }
        });
        if (node.is(Role.MEMBER)) {
            boolean isCalled = node.field().equals("function");
            node.part("member")
                    .filter(member -> !isCalled)
                    .ifPresent(member -> members.merge(tree.text(member), 1, Integer::sum));
        }
    }

    private static boolean isWorthUsingAgain(Node node) {
        return switch (node.role()) {
            case ARITHMETIC, CALL, INDEX -> true;
            case MEMBER -> !node.field().equals("function");
            default -> false;
        };
    }

    private static void keep(List<Node> list, Node node, boolean fits) {
        if (fits && list.size() < MOST) {
            list.add(node);
        }
    }
}
