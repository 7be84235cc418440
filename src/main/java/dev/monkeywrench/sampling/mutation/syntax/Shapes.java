package dev.monkeywrench.sampling.mutation.syntax;

import java.util.Optional;
import java.util.Set;

/** Tells the shape of an expression from how it is built. */
public final class Shapes {

    private static final int MOST_LEVELS = 12;

    private static final Set<String> GIVES_NUMBER = Set.of(
            "len",
            "sum",
            "abs",
            "int",
            "ord",
            "round",
            "float",
            "size",
            "length",
            "indexOf",
            "count",
            "index",
            "pow",
            "sqrt",
            "floor",
            "ceil",
            "parseInt",
            "hash",
            "hashCode",
            "compareTo",
            "divmod",
            "lastIndexOf",
            "find");

    private static final Set<String> GIVES_TEXT = Set.of(
            "str",
            "join",
            "strip",
            "lstrip",
            "rstrip",
            "lower",
            "upper",
            "replace",
            "format",
            "repr",
            "chr",
            "substring",
            "toString",
            "trim",
            "toLowerCase",
            "toUpperCase",
            "valueOf",
            "concat",
            "title",
            "read");

    private static final Set<String> GIVES_LIST = Set.of(
            "list",
            "sorted",
            "range",
            "split",
            "splitlines",
            "enumerate",
            "zip",
            "reversed",
            "map",
            "filter",
            "tuple",
            "ArrayList",
            "LinkedList",
            "ArrayDeque",
            "Stack",
            "PriorityQueue",
            "asList",
            "subList",
            "deque",
            "toArray");

    private static final Set<String> GIVES_TRUTH = Set.of(
            "isEmpty",
            "contains",
            "containsKey",
            "containsValue",
            "equals",
            "isinstance",
            "startswith",
            "endswith",
            "startsWith",
            "endsWith",
            "any",
            "all",
            "hasNext",
            "isdigit",
            "isalpha",
            "callable",
            "hasattr",
            "bool",
            "isDigit",
            "isLetter",
            "equalsIgnoreCase",
            "issubset",
            "issuperset");

    private static final Set<String> GIVES_SET = Set.of("set", "frozenset", "HashSet", "TreeSet", "keySet");

    private static final Set<String> GIVES_MAP =
            Set.of("dict", "defaultdict", "Counter", "OrderedDict", "HashMap", "TreeMap", "LinkedHashMap");

    private Shapes() {}

    /** The shape of an expression, as far as it shows. */
    public static Shape of(SyntaxTree tree, Names names, Node node) {
        return of(tree, names, node, 0);
    }

    private static Shape of(SyntaxTree tree, Names names, Node node, int level) {
        if (level > MOST_LEVELS) {
            return Shape.UNKNOWN;
        }
        return switch (node.role()) {
            case INTEGER, FLOAT, NEGATIVE, UPDATE, CHARACTER -> Shape.NUMBER;
            case STRING -> Shape.TEXT;
            case TRUTH, COMPARISON, NOT -> Shape.TRUTH;
            case LIST, TUPLE, SLICE -> Shape.LIST;
            case SET -> Shape.SET;
            case MAP -> Shape.MAP;
            case COMPREHENSION -> comprehension(node);
            case LOGICAL -> tree.language() == Language.JAVA ? Shape.TRUTH : Shape.UNKNOWN;
            case ARITHMETIC -> arithmetic(tree, names, node, level);
            case CALL, NEW ->
                Call.of(node).map(call -> call(tree, names, call, level)).orElse(Shape.UNKNOWN);
            case INDEX -> index(tree, names, node, level);
            case NAME ->
                names.find(tree.text(node), node.start()).map(Variable::shape).orElse(Shape.UNKNOWN);
            case PARENTHESES ->
                node.parts().stream()
                        .findFirst()
                        .map(inner -> of(tree, names, inner, level + 1))
                        .orElse(Shape.UNKNOWN);
            case CAST ->
                node.part("type").map(type -> Shape.ofType(tree.text(type))).orElse(Shape.UNKNOWN);
            default -> Shape.UNKNOWN;
        };
    }

    private static Shape comprehension(Node node) {
        return switch (node.kind()) {
            case "set_comprehension" -> Shape.SET;
            case "dictionary_comprehension" -> Shape.MAP;
            default -> Shape.LIST;
        };
    }

    private static Shape arithmetic(SyntaxTree tree, Names names, Node node, int level) {
        Shape left =
                node.part("left").map(part -> of(tree, names, part, level + 1)).orElse(Shape.UNKNOWN);
        Shape right =
                node.part("right").map(part -> of(tree, names, part, level + 1)).orElse(Shape.UNKNOWN);
        String operator = node.operator().map(Node::kind).orElse("");
        if (left == Shape.TEXT || (right == Shape.TEXT && operator.equals("+"))) {
            return Shape.TEXT;
        }
        if (left == Shape.LIST || right == Shape.LIST) {
            return Shape.LIST;
        }
        if (left == Shape.NUMBER || right == Shape.NUMBER) {
            return Shape.NUMBER;
        }
        return operator.equals("+") || operator.equals("|") ? Shape.UNKNOWN : Shape.NUMBER;
    }

    private static Shape call(SyntaxTree tree, Names names, Call call, int level) {
        String name = plain(tree.text(call.name()));
        if (GIVES_NUMBER.contains(name)) {
            return Shape.NUMBER;
        }
        if (GIVES_TEXT.contains(name)) {
            return Shape.TEXT;
        }
        if (GIVES_LIST.contains(name)) {
            return Shape.LIST;
        }
        if (GIVES_TRUTH.contains(name)) {
            return Shape.TRUTH;
        }
        if (GIVES_SET.contains(name)) {
            return Shape.SET;
        }
        if (GIVES_MAP.contains(name)) {
            return Shape.MAP;
        }
        boolean isExtremum = name.equals("min") || name.equals("max");
        if (isExtremum && call.arguments().size() > 1) {
            return of(tree, names, call.arguments().getFirst(), level + 1);
        }
        return Shape.UNKNOWN;
    }

    private static String plain(String name) {
        int bracket = name.indexOf('<');
        return bracket < 0 ? name : name.substring(0, bracket);
    }

    private static Shape index(SyntaxTree tree, Names names, Node node, int level) {
        Optional<Node> object = node.part("object");
        if (object.isEmpty()) {
            return Shape.UNKNOWN;
        }
        Shape whole = of(tree, names, object.get(), level + 1);
        if (whole == Shape.TEXT
                || node.part("index").filter(part -> part.is(Role.SLICE)).isPresent()) {
            return whole;
        }
        return names.elementShape(tree.text(object.get()), node.start());
    }
}
