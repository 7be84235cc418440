package dev.monkeywrench.sampling.mutation.template;

import dev.monkeywrench.sampling.mutation.syntax.Node;
import dev.monkeywrench.sampling.mutation.syntax.Role;
import dev.monkeywrench.sampling.mutation.syntax.Shape;
import dev.monkeywrench.sampling.mutation.syntax.Variable;

/** Takes part of a sequence, another part of it, or all of it. */
final class Slices implements Template {

    @Override
    public void propose(Unit unit, Node node, Proposals proposals) {
        if (node.is(Role.SLICE)) {
            changed(unit, node, proposals);
        } else if (node.is(Role.NAME) && mayBeCut(unit, node)) {
            cut(unit, node, proposals);
        }
    }

    private static void changed(Unit unit, Node node, Proposals proposals) {
        String text = unit.text(node);
        node.parent()
                .filter(parent -> parent.is(Role.INDEX))
                .ifPresent(index -> index.part("object")
                        .ifPresent(object -> proposals.replace(RepairKind.SLICE, 0.7, index, unit.text(object))));
        int colon = text.indexOf(':');
        if (node.parts().size() != 1 || text.indexOf(':', colon + 1) >= 0) {
            proposals.replace(RepairKind.SLICE, 0.7, node, ":");
            if (node.parts().size() == 2) {
                proposals.replace(
                        RepairKind.SLICE, 1, node, unit.text(node.parts().getFirst()) + ":");
                proposals.replace(
                        RepairKind.SLICE, 1, node, ":" + unit.text(node.parts().getLast()));
            }
            return;
        }
        String bound = unit.text(node.parts().getFirst());
        boolean isStart = colon > 0;
        proposals.replace(RepairKind.SLICE, 1.5, node, isStart ? ":" + bound : bound + ":");
        if (isStart) {
            proposals.replace(RepairKind.SLICE, 1, node, bound + ":-1");
        }
        if (node.parts().getFirst().is(Role.INTEGER)) {
            proposals.replace(RepairKind.SLICE, 1, node, isStart ? "-" + bound + ":" : ":-" + bound);
        }
        for (Variable variable : unit.localsAt(node)) {
            double fit = unit.fit(variable, Shape.NUMBER, "", node);
            if (fit > 0.4 && !variable.name().equals(bound)) {
                String other = variable.name();
                proposals.replace(
                        RepairKind.SLICE, 0.5 * fit, node, isStart ? bound + ":" + other : other + ":" + bound);
            }
        }
    }

    private static boolean mayBeCut(Unit unit, Node node) {
        Shape shape = unit.shape(node);
        boolean stands = Places.isWholeValue(node) || node.parentIs(Role.ARITHMETIC);
        boolean isSequence = shape == Shape.LIST || shape == Shape.TEXT || (shape == Shape.UNKNOWN && unit.isPython());
        return stands && isSequence && !Places.isTarget(node) && !Places.isCallee(node);
    }

    private static void cut(Unit unit, Node node, Proposals proposals) {
        String name = unit.text(node);
        double weight = unit.shape(node) == Shape.UNKNOWN ? 0.3 : 1;
        if (!unit.isPython()) {
            javaCut(unit, node, name, proposals);
            return;
        }
        proposals.replace(RepairKind.SLICE, weight, node, name + "[1:]");
        proposals.replace(RepairKind.SLICE, weight * 0.7, node, name + "[:-1]");
        proposals.replace(RepairKind.SLICE, weight * 0.5, node, name + "[:]");
        proposals.replace(RepairKind.SLICE, weight * 0.5, node, name + "[::-1]");
        proposals.replace(RepairKind.INDEX, weight * 0.5, node, name + "[0]");
        proposals.replace(RepairKind.INDEX, weight * 0.5, node, name + "[-1]");
        for (Variable variable : unit.localsAt(node)) {
            double fit = unit.fit(variable, Shape.NUMBER, "", node);
            if (fit > 0.4 && !variable.name().equals(name)) {
                proposals.replace(RepairKind.SLICE, weight * 0.7 * fit, node, name + "[" + variable.name() + ":]");
                proposals.replace(RepairKind.SLICE, weight * 0.7 * fit, node, name + "[:" + variable.name() + "]");
                proposals.replace(RepairKind.INDEX, weight * 0.5 * fit, node, name + "[" + variable.name() + "]");
            }
        }
    }

    private static void javaCut(Unit unit, Node node, String name, Proposals proposals) {
        String type = unit.names().find(name, node.start()).map(Variable::type).orElse("");
        boolean isText = type.equals("String");
        boolean isList = type.startsWith("List") || type.startsWith("ArrayList");
        if (!isText && !isList) {
            return;
        }
        String rest = isText ? name + ".substring(1)" : name + ".subList(1, " + name + ".size())";
        proposals.replace(RepairKind.SLICE, 1, node, rest);
        for (Variable variable : unit.localsAt(node)) {
            if (variable.shape() == Shape.NUMBER) {
                String from = isText
                        ? name + ".substring(" + variable.name() + ")"
                        : name + ".subList(" + variable.name() + ", " + name + ".size())";
                String to = isText
                        ? name + ".substring(0, " + variable.name() + ")"
                        : name + ".subList(0, " + variable.name() + ")";
                proposals.replace(RepairKind.SLICE, 0.6, node, from);
                proposals.replace(RepairKind.SLICE, 0.6, node, to);
            }
        }
    }
}
