package dev.monkeywrench.sampling.mutation.template;

import dev.monkeywrench.sampling.mutation.syntax.Node;
import dev.monkeywrench.sampling.mutation.syntax.Role;
import java.util.List;
import java.util.Optional;

/** Deletes a statement, or moves it: past its neighbour, into the block before it, out of its block. */
final class Statements implements Template {

    @Override
    public void propose(Unit unit, Node node, Proposals proposals) {
        boolean stands = node.parentIs(Role.BLOCK) && Places.isInsideFunction(node);
        if (!node.role().isStatement() || !stands || isDocstring(node)) {
            return;
        }
        List<Node> siblings = node.parent().map(Node::parts).orElse(List.of());
        int place = siblings.indexOf(node);
        deleted(unit, node, siblings.size() == 1, proposals);
        if (place + 1 < siblings.size()) {
            proposals.swap(
                    RepairKind.STATEMENT_MOVE,
                    swapped(unit, node, siblings.get(place + 1)),
                    node,
                    siblings.get(place + 1));
            intoLoop(unit, node, siblings.get(place + 1), proposals);
        }
        if (place == 0 && siblings.size() > 1) {
            beforeLoop(unit, node, proposals);
        }
        if (unit.isPython()) {
            indented(unit, node, siblings, place, proposals);
        } else {
            braced(unit, node, siblings, place, proposals);
        }
    }

    /** What comes after a statement that leaves is dead; what uses a name comes after what binds it. */
    private static double swapped(Unit unit, Node node, Node next) {
        boolean leaves = next.is(Role.RETURN) || next.is(Role.BREAK) || next.is(Role.CONTINUE) || next.is(Role.RAISE);
        boolean isUsed = bindsFirst(unit, node)
                .filter(name -> next.withDescendants().stream()
                        .anyMatch(part -> part.is(Role.NAME) && unit.text(part).equals(name)))
                .isPresent();
        return leaves || isUsed ? 0.1 : 1;
    }

    /** The name that a statement binds for the first time. */
    private static Optional<String> bindsFirst(Unit unit, Node statement) {
        return statement.parts().stream()
                .filter(part -> part.is(Role.ASSIGNMENT) || part.is(Role.DECLARATOR))
                .findFirst()
                .flatMap(part -> part.part("left"))
                .filter(left -> unit.names()
                        .find(unit.text(left), left.start())
                        .filter(variable -> variable.from() == left.start())
                        .isPresent())
                .map(unit::text);
    }

    /** What is set once should be set in each turn. */
    private static void intoLoop(Unit unit, Node node, Node loop, Proposals proposals) {
        boolean isPlain = node.is(Role.EXPRESSION_STATEMENT) || node.is(Role.DECLARATION);
        loop.part("body")
                .filter(body -> isPlain && loop.role().isLoop() && body.is(Role.BLOCK))
                .flatMap(body -> body.parts().stream().findFirst())
                .ifPresent(first -> proposals.add(
                        RepairKind.STATEMENT_MOVE,
                        0.7,
                        node,
                        wholeLines(unit, node),
                        new Change(
                                first.start(),
                                first.start(),
                                unit.text(node) + "\n" + unit.tree().indentation(first.start()))));
    }

    /** What is set in each turn should be set once. */
    private static void beforeLoop(Unit unit, Node node, Proposals proposals) {
        boolean isPlain = node.is(Role.EXPRESSION_STATEMENT) || node.is(Role.DECLARATION);
        node.parent()
                .flatMap(Node::parent)
                .filter(loop -> isPlain && loop.role().isLoop())
                .ifPresent(loop -> proposals.add(
                        RepairKind.STATEMENT_MOVE,
                        1,
                        node,
                        new Change(
                                loop.start(),
                                loop.start(),
                                unit.text(node) + "\n" + unit.tree().indentation(loop.start())),
                        wholeLines(unit, node)));
    }

    static boolean isDocstring(Node node) {
        return node.is(Role.EXPRESSION_STATEMENT)
                && node.parts().size() == 1
                && node.parts().getFirst().is(Role.STRING);
    }

    private static void deleted(Unit unit, Node node, boolean isAlone, Proposals proposals) {
        boolean isNeeded = node.is(Role.RETURN)
                || node.role().isLoop()
                || bindsFirst(unit, node).isPresent();
        double share = isNeeded ? 0.15 : 1;
        String nothing = unit.isPython() ? "pass" : "";
        if (isAlone || !unit.isPython()) {
            proposals.replace(RepairKind.STATEMENT_DELETE, isAlone ? share * 0.7 : share, node, nothing);
        } else {
            proposals.add(RepairKind.STATEMENT_DELETE, share, node, wholeLines(unit, node));
        }
        if (node.is(Role.IF) && node.part("alternative").isEmpty()) {
            unwrapped(unit, node, proposals);
        }
    }

    /** The branch's body without the branch. */
    private static void unwrapped(Unit unit, Node node, Proposals proposals) {
        node.part("consequence")
                .filter(body -> body.parts().size() == 1)
                .ifPresent(body -> proposals.replace(
                        RepairKind.CONDITION_DROP,
                        1,
                        node,
                        unit.text(body.parts().getFirst())));
    }

    /** From the first column of its first line to the first of the line below. */
    private static Change wholeLines(Unit unit, Node node) {
        int start = node.start() - unit.tree().indentation(node.start()).length();
        String text = unit.tree().text();
        boolean isAlone = start >= 0 && text.substring(start, node.start()).isBlank();
        int end = text.indexOf('\n', node.end());
        boolean isLast = end >= 0 && text.substring(node.end(), end).isBlank();
        return isAlone && isLast ? new Change(start, end + 1, "") : new Change(node.start(), node.end(), "pass");
    }

    private static void indented(Unit unit, Node node, List<Node> siblings, int place, Proposals proposals) {
        Change removal = wholeLines(unit, node);
        if (!removal.replacement().isEmpty()) {
            return;
        }
        Node around = node.parent().flatMap(Node::parent).orElse(node);
        boolean isLast = place == siblings.size() - 1;
        if (isLast && place > 0 && !around.is(Role.FUNCTION) && around.role() != Role.OTHER) {
            String outer = unit.tree().indentation(around.start());
            proposals.add(
                    RepairKind.STATEMENT_MOVE,
                    1,
                    node,
                    new Change(removal.start(), removal.end(), reindented(unit, node, outer)));
        }
        if (place > 0) {
            intoPrevious(unit, node, siblings.get(place - 1), removal, proposals);
        }
    }

    private static void intoPrevious(Unit unit, Node node, Node previous, Change removal, Proposals proposals) {
        boolean hasBody = previous.role().isLoop() || previous.is(Role.IF);
        List<Node> blocks = previous.withDescendants().stream()
                .filter(part -> part.is(Role.BLOCK)
                        && part.end() == previous.end()
                        && !part.parts().isEmpty())
                .toList();
        if (!hasBody) {
            return;
        }
        for (Node block : blocks) {
            String inner = unit.tree().indentation(block.parts().getLast().start());
            proposals.add(
                    RepairKind.STATEMENT_MOVE,
                    1,
                    node,
                    new Change(removal.start(), removal.end(), reindented(unit, node, inner)));
        }
    }

    private static String reindented(Unit unit, Node node, String indentation) {
        String old = unit.tree().indentation(node.start());
        StringBuilder moved = new StringBuilder();
        unit.text(node).lines().forEach(line -> {
            String bare = moved.isEmpty() || !line.startsWith(old) ? line.stripLeading() : line.substring(old.length());
            moved.append(bare.isEmpty() ? "" : indentation).append(bare).append('\n');
        });
        return moved.toString();
    }

    private static void braced(Unit unit, Node node, List<Node> siblings, int place, Proposals proposals) {
        Node around = node.parent().flatMap(Node::parent).orElse(node);
        boolean isLast = place == siblings.size() - 1;
        String text = unit.text(node);
        if (isLast && place > 0 && (around.role().isLoop() || around.is(Role.IF))) {
            proposals.add(
                    RepairKind.STATEMENT_MOVE,
                    1,
                    node,
                    new Change(node.start(), node.end(), ""),
                    new Change(around.end(), around.end(), "\n" + unit.tree().indentation(around.start()) + text));
        }
        boolean followsBlock = place > 0
                && (siblings.get(place - 1).role().isLoop()
                        || siblings.get(place - 1).is(Role.IF))
                && unit.text(siblings.get(place - 1)).endsWith("}");
        if (followsBlock) {
            int brace = siblings.get(place - 1).end() - 1;
            proposals.add(
                    RepairKind.STATEMENT_MOVE,
                    1,
                    node,
                    new Change(brace, brace, text + " "),
                    new Change(node.start(), node.end(), ""));
        }
    }
}
