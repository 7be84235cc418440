package dev.monkeywrench.selection;

import java.util.Comparator;
import java.util.List;

/**
 * Most votes first; among equals the smaller change, then the earlier draw.
 *
 * <p>Votes over normalised patches are self-consistency (arXiv 2203.11171) on code; a smaller change that passes the same
 * tests is less likely to have changed what no test looks at.
 */
final class VotesThenSize implements Selector {

    private static final Comparator<Contender> ORDER = Comparator.comparingInt(Contender::votes)
            .reversed()
            .thenComparingInt(VotesThenSize::changedLines)
            .thenComparingInt(contender -> contender.patch().unifiedDiff().length())
            .thenComparingInt(Contender::firstSampleIndex);

    @Override
    public Ranking rank(List<Contender> contenders) {
        return new Ranking(contenders.stream().sorted(ORDER).toList());
    }

    private static int changedLines(Contender contender) {
        return (int) contender
                .patch()
                .unifiedDiff()
                .lines()
                .filter(line -> line.startsWith("+") || line.startsWith("-"))
                .filter(line -> !line.startsWith("+++") && !line.startsWith("---"))
                .count();
    }
}
