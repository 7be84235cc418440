package dev.monkeywrench.sampling.mutation.template;

import dev.monkeywrench.sampling.mutation.syntax.Call;
import dev.monkeywrench.sampling.mutation.syntax.Node;
import dev.monkeywrench.sampling.mutation.syntax.Role;
import dev.monkeywrench.sampling.mutation.syntax.Shape;
import dev.monkeywrench.sampling.mutation.syntax.Variable;
import java.util.List;
import java.util.Optional;

/** Swaps, drops and adds arguments; swaps the parts of an index or a tuple. */
final class Arguments implements Template {

    private static final int MOST_SWAPPED = 6;

    @Override
    public void propose(Unit unit, Node node, Proposals proposals) {
        switch (node.role()) {
            case CALL, NEW -> Call.of(node).ifPresent(call -> call(unit, call, proposals));
            case INDEX -> index(unit, node, proposals);
            case TUPLE, LIST -> swaps(node.parts(), 0.6, proposals);
            default -> {}
        }
    }

    private static void call(Unit unit, Call call, Proposals proposals) {
        List<Node> arguments = call.arguments();
        swaps(arguments, 1, proposals);
        for (int i = 0; i < arguments.size(); i++) {
            drop(unit, call, i, proposals);
            restepped(unit, call, i, proposals);
        }
        boolean isSelfCall = isRecursive(unit, call);
        if (!isSelfCall && !arguments.isEmpty()) {
            add(unit, call, proposals);
        }
        if (unit.text(call.name()).equals("range") && arguments.size() == 1) {
            int start = arguments.getFirst().start();
            proposals.add(RepairKind.ARGUMENT_ADD, 2, call.node(), new Change(start, start, "1, "));
        }
        call.receiver()
                .filter(receiver -> arguments.size() == 1)
                .ifPresent(receiver -> proposals.swap(RepairKind.ARGUMENT_SWAP, 0.7, receiver, arguments.getFirst()));
    }

    private static boolean isRecursive(Unit unit, Call call) {
        return call.node()
                .enclosing(Role.FUNCTION)
                .flatMap(function -> function.part("name"))
                .filter(name -> unit.text(name).equals(unit.text(call.name())))
                .isPresent();
    }

    private static void swaps(List<Node> parts, double share, Proposals proposals) {
        int count = Math.min(parts.size(), MOST_SWAPPED);
        for (int i = 0; i < count; i++) {
            for (int j = i + 1; j < count; j++) {
                boolean isNeighbour = j == i + 1;
                proposals.swap(RepairKind.ARGUMENT_SWAP, isNeighbour ? share : share * 0.6, parts.get(i), parts.get(j));
            }
        }
    }

    private static void drop(Unit unit, Call call, int i, Proposals proposals) {
        List<Node> arguments = call.arguments();
        int start = i == 0 ? arguments.getFirst().start() : arguments.get(i - 1).end();
        int end = i == 0 && arguments.size() > 1
                ? arguments.get(1).start()
                : arguments.get(i).end();
        double share =
                unit.names().find(unit.text(call.name()), call.node().start()).isPresent() ? 0.3 : 1;
        proposals.add(RepairKind.ARGUMENT_DROP, share, call.node(), new Change(start, end, ""));
    }

    /** {@code n} for {@code n - 1}, {@code n - m} for {@code n}: what a recursion or a bound gets wrong. */
    private static void restepped(Unit unit, Call call, int place, Proposals proposals) {
        Node argument = call.arguments().get(place);
        Shape shape = unit.shape(argument);
        boolean isPlain = argument.is(Role.NAME) || argument.is(Role.MEMBER);
        if (!isPlain || (shape != Shape.NUMBER && shape != Shape.UNKNOWN)) {
            return;
        }
        double share = (isHandedOn(unit, call, place) ? 3 : 0.4) * (shape == Shape.NUMBER ? 1 : 0.4);
        for (Variable variable : unit.localsAt(argument)) {
            double fit = unit.fit(variable, Shape.NUMBER, "", argument);
            if (fit > 0.3 && !variable.name().equals(unit.text(argument))) {
                String text = unit.text(argument);
                proposals.replace(RepairKind.OPERAND_ADD, share * fit, argument, text + " - " + variable.name());
                proposals.replace(RepairKind.OPERAND_ADD, share * fit * 0.7, argument, text + " + " + variable.name());
            }
        }
    }

    /** Whether a recursive call passes a parameter on unchanged: then it may be the one that should shrink. */
    private static boolean isHandedOn(Unit unit, Call call, int place) {
        List<Node> parameters = call.node()
                .enclosing(Role.FUNCTION)
                .filter(function -> isRecursive(unit, call))
                .flatMap(function -> function.part("parameters"))
                .map(Node::parts)
                .orElse(List.of());
        return place < parameters.size()
                && parameters.get(place).withDescendants().stream()
                        .anyMatch(part -> part.is(Role.PARAMETER)
                                && unit.text(part)
                                        .equals(unit.text(call.arguments().get(place))));
    }

    private static void add(Unit unit, Call call, Proposals proposals) {
        int end = call.arguments().getLast().end();
        for (Variable variable : unit.localsAt(call.node())) {
            double fit = unit.fit(variable, Shape.UNKNOWN, "", call.node());
            proposals.add(RepairKind.ARGUMENT_ADD, fit, call.node(), new Change(end, end, ", " + variable.name()));
        }
        String name = unit.text(call.name());
        if (unit.isPython() && (name.equals("sorted") || name.equals("sort"))) {
            proposals.add(RepairKind.ARGUMENT_ADD, 2, call.node(), new Change(end, end, ", reverse=True"));
        }
        proposals.add(RepairKind.ARGUMENT_ADD, 0.6, call.node(), new Change(end, end, ", 0"));
        proposals.add(RepairKind.ARGUMENT_ADD, 0.6, call.node(), new Change(end, end, ", 1"));
    }

    /** {@code a[j][i]} and {@code a[j, i]} for {@code a[i][j]} and {@code a[i, j]}. */
    private static void index(Unit unit, Node node, Proposals proposals) {
        List<Node> indices = node.parts().stream()
                .filter(part -> part.field().equals("index"))
                .toList();
        swaps(indices, 1.2, proposals);
        Optional<Node> inner = node.part("object").filter(object -> object.is(Role.INDEX));
        inner.flatMap(object -> object.part("index"))
                .filter(first -> indices.size() == 1)
                .ifPresent(first -> proposals.swap(RepairKind.ARGUMENT_SWAP, 1.2, first, indices.getFirst()));
        if (unit.isPython() && indices.size() == 1 && indices.getFirst().is(Role.INTEGER)) {
            String text = unit.text(indices.getFirst());
            proposals.replace(RepairKind.INDEX, 1, indices.getFirst(), text.equals("0") ? "-1" : "-" + text);
        }
        int bracket = node.part("object").map(Node::end).orElse(node.end());
        if (!node.parentIs(Role.INDEX) && !Places.isTarget(node)) {
            proposals.add(RepairKind.INDEX, 0.4, node, new Change(bracket, node.end(), ""));
        }
    }
}
