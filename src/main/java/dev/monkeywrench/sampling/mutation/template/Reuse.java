package dev.monkeywrench.sampling.mutation.template;

import dev.monkeywrench.sampling.mutation.syntax.Node;
import dev.monkeywrench.sampling.mutation.syntax.Role;
import dev.monkeywrench.sampling.mutation.syntax.Shape;
import dev.monkeywrench.sampling.mutation.syntax.SyntaxTree;
import dev.monkeywrench.sampling.mutation.syntax.Variable;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Uses an expression of the file again in place of another, as it is or with another variable in it. */
final class Reuse implements Template {

    private static final int LONGEST_REPLACED = 50;
    private static final int MOST_VARIABLES = 4;
    private static final double FROM_AFAR = 0.3;

    /** What has been changed since, where what it began as was meant. */
    private static final double OF_ORIGIN = 3;

    @Override
    public void propose(Unit unit, Node node, Proposals proposals) {
        boolean isShort = node.end() - node.start() <= LONGEST_REPLACED;
        boolean stands =
                Places.isWholeValue(node) || node.parentIs(Role.COMPARISON) || isTarget(node) || isReceiver(node);
        if (!isShort || !stands || Places.isCallee(node) || !isReplaceable(node)) {
            return;
        }
        Shape shape = unit.shape(node);
        Map<String, Double> found = new LinkedHashMap<>();
        Node function = node.enclosing(Role.FUNCTION).orElse(unit.tree().root());
        for (Node ingredient : Ingredients.nearby(unit.ingredients().expressions(), function)) {
            double share = fit(unit, node, shape, ingredient);
            boolean isNear = function.contains(ingredient);
            if (share < 0.3 || ingredient.contains(node) || node.contains(ingredient)) {
                continue;
            }
            share *= isNear ? 1 : FROM_AFAR;
            forms(unit, node, ingredient, isOrigin(unit, ingredient, node) ? share * OF_ORIGIN : share, found);
        }
        found.forEach((text, share) -> {
            double likeness = 0.3 + Likeness.ofNames(unit.text(node), text);
            proposals.replace(RepairKind.EXPRESSION, share * likeness, node, text);
        });
    }

    /** Whether a variable was given this expression. */
    private static boolean isOrigin(Unit unit, Node ingredient, Node variable) {
        return variable.is(Role.NAME)
                && ingredient.field().equals("right")
                && ingredient
                        .parent()
                        .filter(parent -> parent.is(Role.ASSIGNMENT) || parent.is(Role.DECLARATOR))
                        .flatMap(parent -> parent.part("left"))
                        .filter(left -> unit.text(left).equals(unit.text(variable)))
                        .isPresent();
    }

    /** An element or attribute that is assigned to; plain variables are exchanged elsewhere. */
    private static boolean isTarget(Node node) {
        return node.field().equals("left") && (node.parentIs(Role.ASSIGNMENT) || node.parentIs(Role.AUGMENTED));
    }

    /** A variable of which something is asked. */
    private static boolean isReceiver(Node node) {
        return node.is(Role.NAME) && node.field().equals("object");
    }

    private static boolean isReplaceable(Node node) {
        return switch (node.role()) {
            case NAME, CALL, INDEX, MEMBER, ARITHMETIC -> true;
            case INTEGER, NULL -> node.parentIs(Role.RETURN) || node.parentIs(Role.ASSIGNMENT);
            default -> false;
        };
    }

    private static double fit(Unit unit, Node node, Shape shape, Node ingredient) {
        boolean isAssignable = ingredient.is(Role.INDEX) || ingredient.is(Role.MEMBER);
        if (isTarget(node) && !isAssignable) {
            return 0;
        }
        return unit.shape(ingredient).likeness(shape);
    }

    /** The ingredient as it is, and with each of its variables exchanged for one in scope. */
    private static void forms(Unit unit, Node node, Node ingredient, double share, Map<String, Double> found) {
        SyntaxTree tree = unit.tree();
        Set<String> used = new LinkedHashSet<>();
        for (Node part : ingredient.withDescendants()) {
            if (part.is(Role.NAME) && !Places.isCallee(part)) {
                used.add(tree.text(part));
            }
        }
        List<Variable> visible = unit.localsAt(node);
        Set<String> strangers = new LinkedHashSet<>(used);
        strangers.removeIf(name -> unit.names()
                .find(name, node.start())
                .filter(variable -> variable.from() <= node.start())
                .isPresent());
        if (strangers.isEmpty()) {
            found.merge(tree.text(ingredient), share, Math::max);
        }
        if (strangers.size() > 1 || used.size() > MOST_VARIABLES) {
            return;
        }
        String own = node.is(Role.NAME) ? tree.text(node) : "";
        for (String name : strangers.isEmpty() ? used : strangers) {
            Shape shape = unit.names()
                    .find(name, ingredient.start())
                    .map(Variable::shape)
                    .orElse(Shape.UNKNOWN);
            for (Variable other : visible) {
                double fit = unit.fit(other, shape, "", node) * (other.name().equals(own) ? 1.2 : 0.5);
                if (fit > 0.2 && !used.contains(other.name())) {
                    found.merge(renamed(tree, ingredient, name, other.name()), share * fit, Math::max);
                }
            }
        }
    }

    /** The text of a node, one variable in it renamed. */
    static String renamed(SyntaxTree tree, Node node, String name, String other) {
        StringBuilder text = new StringBuilder();
        int copied = node.start();
        for (Node part : node.withDescendants()) {
            if (part.is(Role.NAME) && tree.text(part).equals(name)) {
                text.append(tree.text(), copied, part.start()).append(other);
                copied = part.end();
            }
        }
        return text.append(tree.text(), copied, node.end()).toString();
    }
}
