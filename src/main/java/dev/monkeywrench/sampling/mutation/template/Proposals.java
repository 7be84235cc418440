package dev.monkeywrench.sampling.mutation.template;

import dev.monkeywrench.sampling.mutation.syntax.Node;
import dev.monkeywrench.sampling.mutation.syntax.Role;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** What the templates propose for one node: each kind's weight is shared out among its proposals. */
final class Proposals {

    /** Below one: a kind with many ways of changing a node gets a little more in all, each of them less. */
    private static final double SHARING = 0.8;

    /** Above one: the likelier ways of a kind get more than their share. */
    private static final double SHARPNESS = 1.23;

    private static final int MOST_OF_A_KIND = 160;

    private final Unit unit;
    private final Map<RepairKind, List<Proposal>> byKind = new EnumMap<>(RepairKind.class);

    Proposals(Unit unit) {
        this.unit = unit;
    }

    /** Puts other text in a node's place. */
    void replace(RepairKind kind, double share, Node node, String text) {
        if (!text.equals(unit.text(node)) && !assignsToItself(node, text)) {
            add(kind, share, node, new Change(node.start(), node.end(), text));
        }
    }

    private boolean assignsToItself(Node node, String text) {
        return node.field().equals("right")
                && node.parent()
                        .filter(parent -> parent.is(Role.ASSIGNMENT))
                        .flatMap(parent -> parent.part("left"))
                        .filter(left -> unit.text(left).equals(text))
                        .isPresent();
    }

    /** Swaps the texts of two nodes. */
    void swap(RepairKind kind, double share, Node first, Node second) {
        String one = unit.text(first);
        String other = unit.text(second);
        if (!one.equals(other)) {
            add(
                    kind,
                    share,
                    first,
                    new Change(first.start(), first.end(), other),
                    new Change(second.start(), second.end(), one));
        }
    }

    void add(RepairKind kind, double share, Node at, Change... changes) {
        if (share > 0) {
            byKind.computeIfAbsent(kind, any -> new ArrayList<>()).add(new Proposal(kind, at, List.of(changes), share));
        }
    }

    /** All of them, their shares turned into weights. */
    List<Proposal> weighed() {
        List<Proposal> weighed = new ArrayList<>();
        byKind.forEach((kind, proposals) -> {
            double sum = proposals.stream().mapToDouble(Proposal::weight).sum();
            double whole = Math.pow(Math.max(sum, 1), SHARING);
            proposals.stream()
                    .sorted((left, right) -> Double.compare(right.weight(), left.weight()))
                    .limit(MOST_OF_A_KIND)
                    .map(proposal -> new Proposal(
                            kind,
                            proposal.at(),
                            proposal.changes(),
                            kind.prior() * Math.pow(proposal.weight() / whole, SHARPNESS)))
                    .forEach(weighed::add);
        });
        return weighed;
    }
}
