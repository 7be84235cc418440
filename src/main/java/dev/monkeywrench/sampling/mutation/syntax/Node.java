package dev.monkeywrench.sampling.mutation.syntax;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A part of a source file. Never changed once its {@link SyntaxTree} is built. */
public final class Node {

    private final String kind;
    private final String field;
    private final boolean named;
    private final int start;
    private final int end;
    private final @Nullable Node parent;
    private final List<Node> children = new ArrayList<>();
    private Role role = Role.OTHER;

    Node(String kind, String field, boolean named, int start, int end, @Nullable Node parent) {
        this.kind = kind;
        this.field = field;
        this.named = named;
        this.start = start;
        this.end = end;
        this.parent = parent;
        if (parent != null) {
            parent.children.add(this);
        }
    }

    void play(Role newRole) {
        this.role = newRole;
    }

    public Role role() {
        return role;
    }

    /** As the grammar calls it; for an operator or keyword, its text. */
    public String kind() {
        return kind;
    }

    /** The part it plays in its parent, as in {@code left}; empty when the grammar gives none. */
    public String field() {
        return field;
    }

    public boolean isNamed() {
        return named;
    }

    /** The first character's offset in the text. */
    public int start() {
        return start;
    }

    public int end() {
        return end;
    }

    public Optional<Node> parent() {
        return Optional.ofNullable(parent);
    }

    /** All children, keywords and operators too. */
    public List<Node> children() {
        return children;
    }

    /** The children that are no keywords, operators or brackets. */
    public List<Node> parts() {
        return children.stream().filter(Node::isNamed).toList();
    }

    public Optional<Node> part(String wanted) {
        for (Node child : children) {
            if (child.field.equals(wanted) && child.named) {
                return Optional.of(child);
            }
        }
        return Optional.empty();
    }

    /** The operator of a node that has exactly one. */
    public Optional<Node> operator() {
        List<Node> operators = operators();
        return operators.size() == 1 ? Optional.of(operators.getFirst()) : Optional.empty();
    }

    /** The operators between its operands; a chained comparison has several. */
    public List<Node> operators() {
        return children.stream().filter(child -> !child.named).toList();
    }

    public boolean is(Role wanted) {
        return role == wanted;
    }

    public boolean parentIs(Role wanted) {
        return parent != null && parent.role == wanted;
    }

    /** Itself or the nearest node around it with that role. */
    public Optional<Node> enclosing(Role wanted) {
        for (Node node = this; node != null; node = node.parent) {
            if (node.role == wanted) {
                return Optional.of(node);
            }
        }
        return Optional.empty();
    }

    /** Itself, or the statement that it is part of. */
    public Optional<Node> statement() {
        for (Node node = this; node != null; node = node.parent) {
            if (node.role.isStatement()) {
                return Optional.of(node);
            }
        }
        return Optional.empty();
    }

    public boolean contains(Node other) {
        return start <= other.start && other.end <= end;
    }

    /** Itself and all below it, parents first. */
    public List<Node> withDescendants() {
        List<Node> found = new ArrayList<>();
        List<Node> open = new ArrayList<>(List.of(this));
        while (!open.isEmpty()) {
            Node node = open.removeLast();
            found.add(node);
            open.addAll(node.children.reversed());
        }
        return found;
    }

    @Override
    public String toString() {
        return role + " " + kind + " [" + start + ", " + end + ")";
    }
}
