package dev.monkeywrench.sampling.mutation.template;

import dev.monkeywrench.sampling.mutation.syntax.Node;
import dev.monkeywrench.sampling.mutation.syntax.Role;
import dev.monkeywrench.sampling.mutation.syntax.Shape;
import dev.monkeywrench.sampling.mutation.syntax.Variable;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Finds the conditions that could be asked at a place. */
final class Atoms {

    private static final int MOST = 60;

    private final Unit unit;
    private final Node place;
    private final Map<String, Double> found = new LinkedHashMap<>();

    private Atoms(Unit unit, Node place) {
        this.unit = unit;
        this.place = place;
    }

    /** The likeliest first. */
    static List<Atom> at(Unit unit, Node place) {
        Atoms atoms = new Atoms(unit, place);
        for (Variable variable : unit.localsAt(place)) {
            double weight = unit.fit(variable, variable.shape(), variable.type(), place);
            atoms.about(variable, weight);
        }
        atoms.pairs();
        atoms.borrowed();
        List<Atom> sorted = new ArrayList<>();
        atoms.found.forEach((text, share) -> sorted.add(new Atom(text, share)));
        sorted.sort(Comparator.comparingDouble(Atom::share).reversed());
        return sorted.subList(0, Math.min(MOST, sorted.size()));
    }

    private void about(Variable variable, double weight) {
        String name = variable.name();
        if (unit.isPython()) {
            python(name, variable.shape(), weight);
            return;
        }
        switch (variable.shape()) {
            case NUMBER -> numeric(name, weight);
            case TRUTH -> either(name, "!" + name, weight);
            case LIST, SET, MAP, TEXT -> sized(name, variable.type(), weight);
            case OBJECT, UNKNOWN -> either(name + " == null", name + " != null", weight);
            case FUNCTION -> {}
        }
    }

    private void python(String name, Shape shape, double weight) {
        switch (shape) {
            case NUMBER -> {
                numeric(name, weight);
                either(name, "not " + name, weight * 0.3);
            }
            case TRUTH, LIST, SET, MAP, TEXT -> {
                either(name, "not " + name, weight);
                if (shape != Shape.TRUTH) {
                    keep("len(" + name + ") == 1", weight * 0.2);
                    keep("len(" + name + ") > 1", weight * 0.2);
                }
            }
            case UNKNOWN, OBJECT -> {
                either(name, "not " + name, weight * 0.7);
                either(name + " is None", name + " is not None", weight * 0.7);
                numeric(name, weight * 0.2);
            }
            case FUNCTION -> {}
        }
    }

    private void numeric(String name, double weight) {
        either(name + " == 0", name + " > 0", weight);
        either(name + " < 0", name + " != 0", weight * 0.5);
        keep(name + " <= 0", weight * 0.4);
        keep(name + " >= 0", weight * 0.4);
        keep(name + " == 1", weight * 0.4);
        keep(name + " > 1", weight * 0.2);
    }

    private void sized(String name, String type, double weight) {
        if (type.endsWith("[]")) {
            either(name + ".length == 0", name + ".length > 0", weight * 0.7);
        } else {
            either(name + ".isEmpty()", "!" + name + ".isEmpty()", weight);
        }
        either(name + " == null", name + " != null", weight * 0.5);
    }

    /** Comparisons between two variables of a kind. */
    private void pairs() {
        List<Variable> locals = unit.localsAt(place).stream()
                .filter(Variable::isLocal)
                .limit(12)
                .toList();
        for (Variable left : locals) {
            for (Variable right : locals) {
                if (!left.equals(right) && areNumbers(left, right)) {
                    keep(left.name() + " < " + right.name(), 0.25);
                    keep(left.name() + " <= " + right.name(), 0.15);
                }
                if (left.from() < right.from() && left.shape() == right.shape()) {
                    keep(left.name() + " == " + right.name(), 0.15);
                    keep(left.name() + " != " + right.name(), 0.15);
                }
                if (unit.isPython()
                        && right.shape().isCollection()
                        && !left.shape().isCollection()) {
                    either(left.name() + " in " + right.name(), left.name() + " not in " + right.name(), 0.25);
                }
            }
        }
    }

    private static boolean areNumbers(Variable left, Variable right) {
        return left.shape() == Shape.NUMBER && right.shape() == Shape.NUMBER;
    }

    /** Conditions asked elsewhere in the file, in the same function above all. */
    private void borrowed() {
        Node function = place.enclosing(Role.FUNCTION).orElse(unit.tree().root());
        for (Node condition : Ingredients.nearby(unit.ingredients().conditions(), function)) {
            boolean isNear = function.contains(condition);
            if (place.contains(condition) || (!isNear && !isUsable(condition))) {
                continue;
            }
            String text = unit.text(condition);
            keep(text, isNear ? 0.8 : 0.4);
            keep(negated(unit, condition), isNear ? 0.5 : 0.2);
        }
    }

    private boolean isUsable(Node condition) {
        return condition.withDescendants().stream()
                .filter(node -> node.is(Role.NAME) && !Places.isCallee(node))
                .allMatch(name ->
                        unit.names().find(unit.text(name), place.start()).isPresent());
    }

    /** The opposite of a condition, put as people put it. */
    static String negated(Unit unit, Node condition) {
        Node bare = Unit.bare(condition);
        if (bare.is(Role.NOT)) {
            return bare.part("operand")
                    .map(operand -> unit.text(Unit.bare(operand)))
                    .orElse(unit.text(bare));
        }
        boolean isSimple = !bare.is(Role.COMPARISON)
                && !bare.is(Role.LOGICAL)
                && !bare.is(Role.TERNARY)
                && (unit.isPython() || !bare.is(Role.ARITHMETIC))
                && !bare.is(Role.OTHER_EXPRESSION);
        return unit.language().notWord() + (isSimple ? unit.text(bare) : "(" + unit.text(bare) + ")");
    }

    private void either(String one, String other, double weight) {
        keep(one, weight);
        keep(other, weight);
    }

    private void keep(String text, double weight) {
        found.merge(text, weight, Math::max);
    }
}
