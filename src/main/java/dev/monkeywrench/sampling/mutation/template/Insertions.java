package dev.monkeywrench.sampling.mutation.template;

import dev.monkeywrench.sampling.mutation.syntax.Names;
import dev.monkeywrench.sampling.mutation.syntax.Node;
import dev.monkeywrench.sampling.mutation.syntax.Role;
import dev.monkeywrench.sampling.mutation.syntax.Shape;
import dev.monkeywrench.sampling.mutation.syntax.Variable;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Inserts a statement before another or at the end of a block: one of the file's own, or one of the usual ones. */
final class Insertions implements Template {

    /** What begins as nothing and stays so lacks the statement that changes it. */
    private static final double OF_STALE = 8;

    private static final double FROM_AFAR = 0.35;

    @Override
    public void propose(Unit unit, Node node, Proposals proposals) {
        boolean stands = node.parentIs(Role.BLOCK)
                && Places.isInsideFunction(node)
                && node.role().isStatement();
        if (!stands || Statements.isDocstring(node)) {
            return;
        }
        List<Node> siblings = node.parent().map(Node::parts).orElse(List.of());
        Map<String, Double> statements = statements(unit, node);
        statements.forEach((text, share) -> before(unit, node, text, share, proposals));
        boolean isLast = siblings.getLast() == node;
        boolean leaves = node.is(Role.RETURN) || node.is(Role.BREAK) || node.is(Role.CONTINUE) || node.is(Role.RAISE);
        if (isLast && !leaves) {
            Map<String, Double> after = new LinkedHashMap<>(statements);
            leavings(unit, node, after);
            after.forEach((text, share) -> after(unit, node, text, share, proposals));
        }
        guards(unit, node, siblings.getFirst() == node, proposals);
    }

    private static void before(Unit unit, Node node, String text, double share, Proposals proposals) {
        String indentation = unit.tree().indentation(node.start());
        proposals.add(
                RepairKind.STATEMENT_INSERT,
                share,
                node,
                new Change(node.start(), node.start(), text + "\n" + indentation));
    }

    private static void after(Unit unit, Node node, String text, double share, Proposals proposals) {
        String indentation = unit.tree().indentation(node.start());
        proposals.add(
                RepairKind.STATEMENT_INSERT,
                share,
                node,
                new Change(node.end(), node.end(), "\n" + indentation + text));
    }

    private static Map<String, Double> statements(Unit unit, Node place) {
        Map<String, Double> found = new LinkedHashMap<>();
        List<Variable> locals = unit.localsAt(place).stream()
                .filter(variable -> variable.from() <= place.start() || variable.origin() == Variable.Origin.FIELD)
                .toList();
        copied(unit, place, locals, found);
        for (Variable variable : locals) {
            usual(unit, variable, locals, found);
        }
        return found;
    }

    /**
     * The file's own statements, as they are and with one variable exchanged: those of the same function above all,
     * others where all their variables are known.
     */
    private static void copied(Unit unit, Node place, List<Variable> locals, Map<String, Double> found) {
        Node function = place.enclosing(Role.FUNCTION).orElse(place);
        for (Node statement : Ingredients.nearby(unit.ingredients().statements(), function)) {
            if (Statements.isDocstring(statement)) {
                continue;
            }
            double near = function.contains(statement) ? 1 : FROM_AFAR;
            Set<String> used = new LinkedHashSet<>();
            statement.withDescendants().stream()
                    .filter(part -> part.is(Role.NAME) && !Places.isCallee(part))
                    .forEach(part -> used.add(unit.text(part)));
            List<String> strangers =
                    used.stream().filter(name -> !isKnown(unit, name, place)).toList();
            if (strangers.isEmpty()) {
                found.merge(unit.text(statement), 0.6 * near, Math::max);
            }
            if (strangers.size() > 1) {
                continue;
            }
            for (String name : strangers.isEmpty() ? used : strangers) {
                Shape shape = unit.names()
                        .find(name, statement.start())
                        .map(Variable::shape)
                        .orElse(Shape.UNKNOWN);
                for (Variable other : locals) {
                    double fit = other.shape().likeness(shape);
                    if (fit > 0.2 && !used.contains(other.name())) {
                        String text = Reuse.renamed(unit.tree(), statement, name, other.name());
                        found.merge(text, 0.5 * near * fit, Math::max);
                    }
                }
            }
        }
    }

    /** What is not a variable of the file is a class or a built-in function, and known everywhere. */
    private static boolean isKnown(Unit unit, String name, Node place) {
        return unit.names()
                .find(name, place.start())
                .map(variable -> variable.from() <= place.start() || !variable.isLocal())
                .orElse(!unit.names().isVariable(name));
    }

    private static void usual(Unit unit, Variable variable, List<Variable> locals, Map<String, Double> found) {
        String name = variable.name();
        String end = unit.language().terminator();
        double stale = unit.uses().isStale(variable) ? OF_STALE : 1;
        switch (variable.shape()) {
            case NUMBER -> {
                found.merge(unit.isPython() ? name + " += 1" : name + "++;", 0.3 * stale, Math::max);
                found.merge(unit.isPython() ? name + " -= 1" : name + "--;", 0.2 * stale, Math::max);
            }
            case LIST, SET -> {
                String add = unit.isPython() && variable.shape() == Shape.LIST ? ".append(" : ".add(";
                for (Variable element : locals) {
                    if (!element.equals(variable) && element.isLocal() && mayHold(unit, variable, element)) {
                        found.merge(name + add + element.name() + ")" + end, 0.45 * stale, Math::max);
                    }
                }
            }
            default -> {}
        }
        for (Variable value : locals) {
            boolean isLocal = variable.isLocal() && value.isLocal() && !value.equals(variable);
            boolean fits = unit.isPython() || variable.type().equals(value.type());
            if (isLocal && fits && variable.shape().likeness(value.shape()) > 0.3) {
                found.merge(name + " = " + value.name() + end, 0.3 * stale, Math::max);
            }
        }
    }

    private static boolean mayHold(Unit unit, Variable collection, Variable element) {
        if (unit.isPython()) {
            return !element.shape().isCollection();
        }
        String held = Names.elementType(collection.type());
        return !collection.type().endsWith("[]") && (held.isEmpty() || held.equals(element.type()));
    }

    private static void leavings(Unit unit, Node node, Map<String, Double> found) {
        String end = unit.language().terminator();
        Node block = node.parent().orElse(node);
        boolean isInLoop =
                block.parent().filter(around -> around.role().isLoop()).isPresent()
                        || (block.parentIs(Role.IF)
                                && block.enclosing(Role.FOR_EACH)
                                        .or(() -> block.enclosing(Role.WHILE))
                                        .isPresent());
        if (isInLoop) {
            found.merge("break" + end, 0.5, Math::max);
            found.merge("continue" + end, 0.5, Math::max);
        }
        for (Variable variable : unit.localsAt(node)) {
            if (variable.isLocal()) {
                found.merge("return " + variable.name() + end, 0.2, Math::max);
            }
        }
    }

    /** {@code if atom: leave} before a statement, and {@code if atom:} around it. */
    private static void guards(Unit unit, Node node, boolean isFirst, Proposals proposals) {
        List<Atom> atoms = Atoms.at(unit, node);
        Set<String> exits = Exits.at(unit, node);
        for (Atom atom : atoms) {
            for (String exit : exits) {
                String text = unit.isPython()
                        ? "if " + atom.text() + ":\n" + unit.tree().indentation(node.start()) + "    " + exit
                        : "if (" + atom.text() + ") { " + exit + " }";
                double share = atom.share() * (isFirst ? 1 : 0.3);
                proposals.add(
                        RepairKind.GUARD_INSERT,
                        share,
                        node,
                        new Change(
                                node.start(),
                                node.start(),
                                text + "\n" + unit.tree().indentation(node.start())));
            }
            if (node.is(Role.EXPRESSION_STATEMENT)) {
                String head = unit.isPython()
                        ? "if " + atom.text() + ":\n" + unit.tree().indentation(node.start()) + "    "
                        : "if (" + atom.text() + ") ";
                proposals.add(
                        RepairKind.GUARD_INSERT,
                        atom.share() * 0.7,
                        node,
                        new Change(node.start(), node.start(), head));
            }
        }
    }
}
