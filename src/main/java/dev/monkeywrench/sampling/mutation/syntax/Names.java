package dev.monkeywrench.sampling.mutation.syntax;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The variables of a file, and where each may be used. */
public final class Names {

    private final Map<String, List<Variable>> byName;
    private volatile Visible last = new Visible(-1, List.of());

    /** The answer to the last question: templates ask about one place many times. */
    private record Visible(int offset, List<Variable> variables) {}

    Names(List<Variable> variables) {
        Map<String, List<Variable>> grouped = new HashMap<>();
        for (Variable variable : variables) {
            grouped.computeIfAbsent(variable.name(), name -> new ArrayList<>()).add(variable);
        }
        this.byName = grouped;
    }

    /** The variables of a file: their shapes come from declarations, from what they are given, and from their use. */
    public static Names of(SyntaxTree tree) {
        Names declared = new Names(Declarations.in(tree));
        return new Names(ShapeGuesses.improve(tree, declared, declared.all()));
    }

    List<Variable> all() {
        return byName.values().stream()
                .flatMap(List::stream)
                .sorted(Comparator.comparingInt(Variable::from).thenComparing(Variable::name))
                .toList();
    }

    /** What the name stands for at a place: the innermost of that name. */
    public Optional<Variable> find(String name, int offset) {
        return byName.getOrDefault(name, List.of()).stream()
                .filter(variable -> variable.isVisibleAt(offset))
                .min(Comparator.comparingInt(variable -> variable.scopeEnd() - variable.scopeStart()));
    }

    /** Whether the file has a variable of that name anywhere. */
    public boolean isVariable(String name) {
        return byName.containsKey(name);
    }

    /** All names that may be used at a place, in the order in which they were bound. */
    public List<Variable> visibleAt(int offset) {
        Visible known = last;
        if (known.offset() == offset) {
            return known.variables();
        }
        List<Variable> visible = computed(offset);
        last = new Visible(offset, visible);
        return visible;
    }

    private List<Variable> computed(int offset) {
        Map<String, Variable> visible = new LinkedHashMap<>();
        for (String name : byName.keySet()) {
            find(name, offset).ifPresent(variable -> visible.put(name, variable));
        }
        return visible.values().stream()
                .sorted(Comparator.comparingInt(Variable::from).thenComparing(Variable::name))
                .toList();
    }

    /** The shape of what a collection holds, where its declaration says. */
    Shape elementShape(String name, int offset) {
        return find(name, offset)
                .map(variable -> Shape.ofType(elementType(variable.type())))
                .orElse(Shape.UNKNOWN);
    }

    /** The type of a collection's elements by its own type; empty when that does not say. */
    public static String elementType(String type) {
        if (type.endsWith("[]")) {
            return type.substring(0, type.length() - 2);
        }
        int open = type.indexOf('<');
        int close = type.lastIndexOf('>');
        if (open < 0 || close <= open + 1) {
            return "";
        }
        String inside = type.substring(open + 1, close);
        int comma = inside.lastIndexOf(',');
        return comma < 0 || inside.contains(">")
                ? inside.strip()
                : inside.substring(comma + 1).strip();
    }
}
