package dev.monkeywrench.sampling.mutation.syntax;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Finds where names are bound, by the scoping rules of each language, roughly. */
final class Declarations {

    private final SyntaxTree tree;
    private final List<Variable> found = new ArrayList<>();
    private final Set<String> known = new HashSet<>();

    private Declarations(SyntaxTree tree) {
        this.tree = tree;
    }

    static List<Variable> in(SyntaxTree tree) {
        Declarations declarations = new Declarations(tree);
        for (Node node : tree.nodes()) {
            switch (tree.language()) {
                case PYTHON -> declarations.python(node);
                case JAVA -> declarations.java(node);
            }
        }
        return declarations.found;
    }

    private void python(Node node) {
        if (node.is(Role.PARAMETER)) {
            Node scope = scope(node, Role.FUNCTION, Role.LAMBDA);
            String type = node.parent()
                    .flatMap(parent -> parent.part("type"))
                    .map(tree::text)
                    .orElse("");
            add(node, type, Variable.Origin.PARAMETER, scope, scope.start());
        } else if (node.is(Role.NAME) && isTarget(node)) {
            Node scope = scope(node, Role.FUNCTION, Role.LAMBDA, Role.COMPREHENSION, Role.ROOT);
            // a name bound in a comprehension lives there, one bound anywhere else in it (a walrus) does not matter
            // here
            Variable.Origin origin = scope.is(Role.ROOT) ? Variable.Origin.GLOBAL : Variable.Origin.LOCAL;
            add(node, "", origin, scope, scope.start());
        } else if (node.is(Role.FUNCTION)) {
            Node scope = node.parent()
                    .map(parent -> scope(parent, Role.FUNCTION, Role.TYPE, Role.ROOT))
                    .orElse(node);
            if (!scope.is(Role.TYPE)) {
                node.part("name").ifPresent(name -> addFunction(name, scope));
            }
        }
    }

    private void java(Node node) {
        if (node.is(Role.PARAMETER)) {
            Node scope = scope(node, Role.FUNCTION, Role.LAMBDA, Role.OTHER_STATEMENT);
            add(node, typeBefore(node), Variable.Origin.PARAMETER, scope, scope.start());
        } else if (node.is(Role.LABEL)
                && node.parentIs(Role.FOR_EACH)
                && node.field().equals("left")) {
            Node loop = scope(node, Role.FOR_EACH);
            int start = loop.part("body").map(Node::start).orElse(loop.start());
            add(node, typeBefore(node), Variable.Origin.LOCAL, loop, start);
        } else if (node.is(Role.LABEL)
                && node.parentIs(Role.DECLARATOR)
                && node.field().equals("left")) {
            declared(node);
        }
    }

    private void declared(Node name) {
        Node declaration = scope(name, Role.DECLARATION, Role.PARAMETERS, Role.ROOT);
        String type = declaration.part("type").map(tree::text).orElse("");
        boolean isArray =
                name.parent().flatMap(parent -> parent.part("dimensions")).isPresent();
        String full = isArray ? type + "[]" : type;
        Node around = declaration
                .parent()
                .map(parent ->
                        scope(parent, Role.BLOCK, Role.FOR, Role.TYPE_BODY, Role.LAMBDA, Role.FUNCTION, Role.ROOT))
                .orElse(declaration);
        boolean isField = around.is(Role.TYPE_BODY);
        int start = isField || declaration.is(Role.PARAMETERS)
                ? around.start()
                : name.parent().orElse(name).end();
        add(name, full, isField ? Variable.Origin.FIELD : Variable.Origin.LOCAL, around, start);
    }

    private String typeBefore(Node name) {
        Optional<String> declared =
                name.parent().flatMap(parent -> parent.part("type")).map(tree::text);
        return declared.orElse("");
    }

    private static Node scope(Node node, Role... roles) {
        Node current = node;
        while (true) {
            for (Role role : roles) {
                if (current.is(role)) {
                    return current;
                }
            }
            Optional<Node> parent = current.parent();
            if (parent.isEmpty()) {
                return current;
            }
            current = parent.get();
        }
    }

    /** Whether a name is bound here: on the left of an assignment or a loop, itself or in a pattern. */
    static boolean isTarget(Node name) {
        Node current = name;
        Optional<Node> parent = name.parent();
        while (parent.isPresent()
                && (parent.get().kind().endsWith("_pattern")
                        || parent.get().kind().equals("pattern_list"))) {
            current = parent.get();
            parent = current.parent();
        }
        if (parent.isEmpty() || !current.field().equals("left")) {
            return parent.map(Node::kind).orElse("").equals("as_pattern_target");
        }
        return switch (parent.get().role()) {
            case ASSIGNMENT, AUGMENTED, FOR_EACH, COMPREHENSION_FOR -> true;
            default -> false;
        };
    }

    private void add(Node name, String type, Variable.Origin origin, Node scope, int start) {
        String text = tree.text(name);
        boolean isKnown = !known.add(text + " " + start + " " + scope.end());
        if (!isKnown) {
            found.add(new Variable(text, Shape.ofType(type), type, origin, name.start(), start, scope.end()));
        }
    }

    private void addFunction(Node name, Node scope) {
        found.add(new Variable(
                tree.text(name),
                Shape.FUNCTION,
                "",
                Variable.Origin.FUNCTION,
                name.start(),
                scope.start(),
                Math.max(scope.end(), tree.text().length())));
    }
}
