package dev.monkeywrench.sampling.mutation.syntax;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Guesses the shapes of undeclared variables: first from what they are given, then from what is done with them. */
final class ShapeGuesses {

    private static final Set<String> OF_LIST =
            Set.of("append", "extend", "pop", "insert", "sort", "reverse", "popleft");
    private static final Set<String> OF_SET = Set.of("add", "discard", "union", "issubset", "issuperset", "difference");
    private static final Set<String> OF_MAP = Set.of("items", "keys", "values", "get", "setdefault", "update");
    private static final Set<String> OF_TEXT =
            Set.of("strip", "split", "lower", "upper", "startswith", "join", "rfind");
    private static final Set<String> OVER_SIZED =
            Set.of("len", "enumerate", "sorted", "sum", "reversed", "list", "iter");

    private final SyntaxTree tree;
    private final Names names;
    private final Map<Variable, Shape> known = new HashMap<>();

    private ShapeGuesses(SyntaxTree tree, Names names) {
        this.tree = tree;
        this.names = names;
    }

    static List<Variable> improve(SyntaxTree tree, Names names, List<Variable> variables) {
        ShapeGuesses guesses = new ShapeGuesses(tree, names);
        for (Node node : tree.nodes()) {
            guesses.given(node);
        }
        for (Node node : tree.nodes()) {
            guesses.used(node);
        }
        List<Variable> improved = new ArrayList<>();
        for (Variable variable : variables) {
            Shape guess = guesses.known.getOrDefault(variable, Shape.UNKNOWN);
            improved.add(variable.shape() == Shape.UNKNOWN ? variable.shaped(guess) : variable);
        }
        return improved;
    }

    private void given(Node node) {
        Optional<Node> left = node.part("left");
        Optional<Node> right = node.part("right");
        if (left.isEmpty() || right.isEmpty()) {
            return;
        }
        if (node.is(Role.ASSIGNMENT)) {
            learn(left.get(), Shapes.of(tree, names, right.get()));
        } else if (node.is(Role.FOR_EACH) || node.is(Role.COMPREHENSION_FOR)) {
            goneThrough(left.get(), right.get());
        }
    }

    private void goneThrough(Node element, Node source) {
        String called = Call.of(source).map(call -> tree.text(call.name())).orElse("");
        if (called.equals("range")) {
            learn(element, Shape.NUMBER);
        } else if (called.equals("enumerate") && element.parts().size() == 2) {
            learn(element.parts().getFirst(), Shape.NUMBER);
        } else if (Shapes.of(tree, names, source) == Shape.TEXT) {
            learn(element, Shape.TEXT);
        }
    }

    private void used(Node node) {
        switch (node.role()) {
            case FOR_EACH, COMPREHENSION_FOR -> node.part("right").ifPresent(part -> learn(part, Shape.LIST));
            case INDEX -> node.part("object").ifPresent(part -> learn(part, Shape.LIST));
            case ARITHMETIC -> calculated(node);
            case COMPARISON -> compared(node);
            case CALL -> Call.of(node).ifPresent(this::called);
            default -> {}
        }
    }

    private void calculated(Node node) {
        String operator = node.operator().map(Node::kind).orElse("");
        if (operator.equals("+") || operator.equals("*") || operator.equals("%")) {
            matched(node);
            return;
        }
        node.parts().forEach(part -> learn(part, Shape.NUMBER));
    }

    private void compared(Node node) {
        String operator = node.operator().map(Node::kind).orElse("");
        if (!operator.equals("in") && !operator.equals("not in")) {
            matched(node);
        }
    }

    /** Of two operands, the one that is known tells the other. */
    private void matched(Node node) {
        List<Node> operands = node.parts();
        for (Node operand : operands) {
            Shape shape = Shapes.of(tree, names, operand);
            if (shape == Shape.NUMBER || shape == Shape.TEXT) {
                operands.forEach(other -> learn(other, shape));
            }
        }
    }

    private void called(Call call) {
        String name = tree.text(call.name());
        if (call.receiver().isPresent()) {
            ofMethod(name).ifPresent(shape -> learn(call.receiver().get(), shape));
        } else if (OVER_SIZED.contains(name) && !call.arguments().isEmpty()) {
            learn(call.arguments().getFirst(), Shape.LIST);
        } else if (name.equals("range")) {
            call.arguments().forEach(argument -> learn(argument, Shape.NUMBER));
        }
    }

    private static Optional<Shape> ofMethod(String name) {
        if (OF_LIST.contains(name)) {
            return Optional.of(Shape.LIST);
        }
        if (OF_SET.contains(name)) {
            return Optional.of(Shape.SET);
        }
        if (OF_MAP.contains(name)) {
            return Optional.of(Shape.MAP);
        }
        return OF_TEXT.contains(name) ? Optional.of(Shape.TEXT) : Optional.empty();
    }

    private void learn(Node node, Shape shape) {
        if (shape == Shape.UNKNOWN || !node.is(Role.NAME)) {
            return;
        }
        names.find(tree.text(node), node.start())
                .filter(variable -> variable.shape() == Shape.UNKNOWN)
                .ifPresent(variable -> known.putIfAbsent(variable, shape));
    }
}
