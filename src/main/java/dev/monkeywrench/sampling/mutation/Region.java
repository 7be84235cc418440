package dev.monkeywrench.sampling.mutation;

import dev.monkeywrench.sampling.mutation.syntax.SyntaxTree;
import dev.monkeywrench.sampling.mutation.template.Change;
import java.util.List;

/** The whole lines that some changes touch, before and after them. */
record Region(String before, String after) {

    static Region of(SyntaxTree tree, List<Change> changes) {
        int start = changes.stream().mapToInt(Change::start).min().orElse(0);
        int end = changes.stream().mapToInt(Change::end).max().orElse(0);
        int first = tree.lines().start(tree.line(start));
        int newline = tree.text().indexOf('\n', end);
        int last = newline < 0 ? tree.text().length() : newline;
        String before = tree.text().substring(first, last);
        List<Change> moved = changes.stream()
                .map(change -> new Change(change.start() - first, change.end() - first, change.replacement()))
                .toList();
        return new Region(before, Change.applied(before, moved));
    }
}
