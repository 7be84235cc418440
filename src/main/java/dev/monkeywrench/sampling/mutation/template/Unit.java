package dev.monkeywrench.sampling.mutation.template;

import dev.monkeywrench.instance.RepositoryPath;
import dev.monkeywrench.sampling.mutation.syntax.Language;
import dev.monkeywrench.sampling.mutation.syntax.Names;
import dev.monkeywrench.sampling.mutation.syntax.Node;
import dev.monkeywrench.sampling.mutation.syntax.Role;
import dev.monkeywrench.sampling.mutation.syntax.Shape;
import dev.monkeywrench.sampling.mutation.syntax.Shapes;
import dev.monkeywrench.sampling.mutation.syntax.SyntaxTree;
import dev.monkeywrench.sampling.mutation.syntax.Variable;
import java.util.List;

/** A file that may be changed, with all that the templates ask about it. */
public record Unit(RepositoryPath path, SyntaxTree tree, Names names, Ingredients ingredients, Uses uses) {

    /** A variable that is set and never read was meant to be used somewhere. */
    private static final double OF_UNUSED = 2.5;

    public static Unit of(RepositoryPath path, SyntaxTree tree) {
        Names names = Names.of(tree);
        return new Unit(path, tree, names, Ingredients.of(tree), Uses.of(tree, names));
    }

    Language language() {
        return tree.language();
    }

    boolean isPython() {
        return language() == Language.PYTHON;
    }

    public String text(Node node) {
        return tree.text(node);
    }

    Shape shape(Node node) {
        return Shapes.of(tree, names, node);
    }

    List<Variable> visibleAt(Node node) {
        return names.visibleAt(node.start());
    }

    /** Those that a change at the node would likely use: local and bound before it. */
    List<Variable> localsAt(Node node) {
        return visibleAt(node).stream()
                .filter(variable -> variable.isLocal() || variable.origin() == Variable.Origin.FIELD)
                .toList();
    }

    /** The node's text, in brackets if it would not hold together as an operand. */
    String grouped(Node node) {
        return switch (node.role()) {
            case ARITHMETIC, COMPARISON, LOGICAL, TERNARY, LAMBDA, NOT, CAST, NEGATIVE, ASSIGNMENT ->
                "(" + text(node) + ")";
            default -> text(node);
        };
    }

    /** A condition without its brackets. */
    static Node bare(Node condition) {
        Node current = condition;
        while (current.is(Role.PARENTHESES) && current.parts().size() == 1) {
            current = current.parts().getFirst();
        }
        return current;
    }

    /** How well a variable fits where a value of the given shape and type stands. */
    double fit(Variable variable, Shape shape, String type, Node place) {
        double fit = variable.shape().likeness(shape);
        if (!isPython()
                && !type.isEmpty()
                && !variable.type().isEmpty()
                && !variable.type().equals(type)) {
            boolean isNumeric = shape == Shape.NUMBER && variable.shape() == Shape.NUMBER;
            fit *= isNumeric ? 0.7 : 0.1;
        }
        double reach = switch (variable.origin()) {
            case PARAMETER, LOCAL -> 1;
            case FIELD -> 0.5;
            case GLOBAL -> 0.25;
            case FUNCTION -> 0.05;
        };
        double use = variable.isLocal() && uses.reads(variable) == 0 ? OF_UNUSED : 1;
        return fit * reach * use * bound(variable, place);
    }

    /** A name that is bound further down, or by this very statement, is rarely meant. */
    private static double bound(Variable variable, Node place) {
        int start = place.statement().map(Node::start).orElse(place.start());
        boolean isInHeader = place.enclosing(Role.COMPREHENSION).isPresent()
                || place.statement()
                        .filter(statement -> statement.role().isLoop())
                        .isPresent();
        return variable.from() < start || (isInHeader && variable.from() <= place.end()) ? 1 : 0.15;
    }
}
