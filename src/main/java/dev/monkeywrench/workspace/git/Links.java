package dev.monkeywrench.workspace.git;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Follows the symbolic links of a tree, without the tree ever being on disk, and refuses one that leaves it. */
final class Links {

    /** As many as the kernel follows before it calls them a loop. */
    private static final int MOST_HOPS = 40;

    private final Map<String, String> targets = new HashMap<>();

    private Links(Collection<TreeEntry> entries) {
        for (TreeEntry entry : entries) {
            entry.linkTarget().ifPresent(target -> targets.put(entry.rawPath(), target));
        }
    }

    static void check(List<TreeEntry> entries) throws Refusal {
        Links links = new Links(entries);
        for (Map.Entry<String, String> link : links.targets.entrySet()) {
            if (link.getValue().indexOf('\0') >= 0 || links.leaves(link.getKey())) {
                throw new Refusal(
                        "The symbolic link '" + TreeReader.shown(link.getKey()) + "' points out of the tree, to '"
                                + TreeReader.shown(link.getValue()) + "'; remove it from the repository");
            }
        }
    }

    /** Walks as the kernel would: a link inside the way is followed before the next step is taken. */
    private boolean leaves(String path) {
        Deque<String> ahead = new ArrayDeque<>(List.of(path.split("/", -1)));
        List<String> place = new ArrayList<>();
        int hops = 0;
        while (!ahead.isEmpty()) {
            String step = ahead.pop();
            if (step.equals("..")) {
                if (place.isEmpty()) {
                    return true;
                }
                place.removeLast();
            } else if (!step.isEmpty() && !step.equals(".")) {
                place.add(step);
            }
            String target = targets.get(String.join("/", place));
            if (target != null && !step.equals("..")) {
                if (target.startsWith("/")) {
                    return true;
                }
                if (++hops > MOST_HOPS) {
                    return false;
                }
                place.removeLast();
                List<String> parts = List.of(target.split("/", -1));
                parts.reversed().forEach(ahead::push);
            }
        }
        return false;
    }
}
