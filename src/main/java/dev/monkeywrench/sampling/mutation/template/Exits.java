package dev.monkeywrench.sampling.mutation.template;

import dev.monkeywrench.sampling.mutation.syntax.Node;
import dev.monkeywrench.sampling.mutation.syntax.Role;
import dev.monkeywrench.sampling.mutation.syntax.Shape;
import java.util.LinkedHashSet;
import java.util.Set;

/** The statements by which a guard could leave. */
final class Exits {

    private static final int MOST = 6;
    private static final int LONGEST = 24;

    private Exits() {}

    static Set<String> at(Unit unit, Node node) {
        String end = unit.language().terminator();
        Set<String> exits = new LinkedHashSet<>();
        boolean isInLoop = node.enclosing(Role.FOR_EACH)
                .or(() -> node.enclosing(Role.WHILE))
                .or(() -> node.enclosing(Role.FOR))
                .isPresent();
        if (isInLoop) {
            exits.add("continue" + end);
            exits.add("break" + end);
        }
        node.enclosing(Role.FUNCTION).ifPresent(function -> returned(unit, function, exits));
        return exits;
    }

    private static void returned(Unit unit, Node function, Set<String> exits) {
        for (Node part : function.withDescendants()) {
            boolean isShort = part.end() - part.start() <= LONGEST;
            if (part.is(Role.RETURN) && isShort && exits.size() < MOST - 2) {
                exits.add(unit.text(part));
            }
        }
        if (unit.isPython()) {
            exits.add("return []");
            exits.add("return None");
            exits.add("return 0");
            return;
        }
        String type = function.part("type").map(unit::text).orElse("");
        exits.add(
                switch (Shape.ofType(type)) {
                    case NUMBER -> "return 0;";
                    case TRUTH -> "return false;";
                    case TEXT -> "return \"\";";
                    case LIST, SET, MAP, OBJECT, UNKNOWN, FUNCTION -> type.equals("void") ? "return;" : "return null;";
                });
    }
}
