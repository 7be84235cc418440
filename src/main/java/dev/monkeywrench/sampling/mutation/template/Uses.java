package dev.monkeywrench.sampling.mutation.template;

import dev.monkeywrench.sampling.mutation.syntax.Call;
import dev.monkeywrench.sampling.mutation.syntax.Names;
import dev.monkeywrench.sampling.mutation.syntax.Node;
import dev.monkeywrench.sampling.mutation.syntax.Role;
import dev.monkeywrench.sampling.mutation.syntax.SyntaxTree;
import dev.monkeywrench.sampling.mutation.syntax.Variable;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** How the variables of a file are used. Immutable once built. */
final class Uses {

    private final Map<Variable, Integer> reads = new HashMap<>();
    private final Set<Variable> filled = new HashSet<>();
    private final Set<Variable> setAgain = new HashSet<>();
    private final Set<Variable> startsEmpty = new HashSet<>();
    private final Set<Variable> startsPlain = new HashSet<>();

    private Uses() {}

    static Uses of(SyntaxTree tree, Names names) {
        Uses uses = new Uses();
        for (Node node : tree.nodes()) {
            if (node.is(Role.ASSIGNMENT) || node.is(Role.DECLARATOR)) {
                uses.start(tree, names, node);
            }
            if (node.is(Role.NAME)) {
                names.find(tree.text(node), node.start()).ifPresent(variable -> uses.take(variable, node));
            }
        }
        return uses;
    }

    private void take(Variable variable, Node node) {
        boolean isTarget = Places.isTarget(node);
        if (!isTarget) {
            reads.merge(variable, 1, Integer::sum);
        }
        boolean isReceiver = node.parent()
                .filter(parent -> Call.of(parent)
                                .flatMap(Call::receiver)
                                .filter(node::equals)
                                .isPresent()
                        || parent.field().equals("function"))
                .isPresent();
        boolean isGiven = node.parentIs(Role.ARGUMENTS);
        boolean isElement = node.field().equals("object")
                && node.parent().filter(Places::isTarget).isPresent();
        boolean isSetAgain = isTarget && node.start() != variable.from();
        if (isSetAgain) {
            setAgain.add(variable);
        }
        if (isReceiver || isGiven || isElement) {
            filled.add(variable);
        }
    }

    private void start(SyntaxTree tree, Names names, Node node) {
        // a declared name may be used only after its declaration
        int end = Math.min(node.end(), tree.text().length() - 1);
        Optional<Variable> bound = node.part("left")
                .flatMap(left -> names.find(tree.text(left), end).filter(found -> found.from() == left.start()));
        node.part("right").ifPresent(value -> {
            if (value.role().isLiteral()) {
                bound.ifPresent(startsPlain::add);
            } else if (tree.text(value).endsWith("()") || (value.parts().isEmpty() && !value.is(Role.NAME))) {
                bound.ifPresent(startsEmpty::add);
            }
        });
    }

    int reads(Variable variable) {
        return reads.getOrDefault(variable, 0);
    }

    /** Whether it begins as nothing, nought or empty and stays so: then the statement that changes it may be missing. */
    boolean isStale(Variable variable) {
        boolean isEmpty = startsEmpty.contains(variable) && !filled.contains(variable);
        return (isEmpty || startsPlain.contains(variable)) && !setAgain.contains(variable);
    }
}
