package dev.monkeywrench.evaluation;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import java.util.function.Consumer;

/** What is wrong with a file, as far as anybody will read it: a file of garbage has a problem in every line. */
final class Problems implements Consumer<FileProblem> {

    static final int MOST = 1_000;

    private final String source;
    private final List<FileProblem> first = new ArrayList<>();
    private long more;

    Problems(String source) {
        this.source = source;
    }

    @Override
    public void accept(FileProblem problem) {
        if (first.size() < MOST) {
            first.add(problem);
        } else {
            more++;
        }
    }

    /** The first ones, and how many more there are. */
    List<FileProblem> list() {
        if (more == 0) {
            return List.copyOf(first);
        }
        List<FileProblem> all = new ArrayList<>(first);
        all.add(FileProblem.of(
                source, OptionalInt.empty(), "there are " + more + " more problems", "Mend the first " + MOST));
        return List.copyOf(all);
    }
}
