package dev.monkeywrench.evaluation.statistics;

import dev.monkeywrench.instance.InstanceId;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;

/** The recorded outcomes in docs/data. */
record RecordedOutcomes(List<String> runs, List<Row> rows) {

    private static final Path FILE = Path.of("docs/data/swebench-lite-outcomes-2024.tsv");

    /** One instance; one cell a run. */
    record Row(InstanceId instance, List<String> cells) {

        boolean isResolved(int run) {
            return cells.get(run).startsWith("R");
        }
    }

    static RecordedOutcomes read() {
        try {
            List<String> lines = Files.readAllLines(FILE);
            List<String> head = Arrays.asList(lines.getFirst().split("\t", -1));
            List<Row> rows = new ArrayList<>();
            for (String line : lines.subList(1, lines.size())) {
                List<String> cells = Arrays.asList(line.split("\t", -1));
                rows.add(new Row(new InstanceId(cells.getFirst()), cells.subList(1, cells.size())));
            }
            return new RecordedOutcomes(head.subList(1, head.size()), rows);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    Resolved resolved(String run) {
        int column = runs.indexOf(run);
        Set<InstanceId> suite = new LinkedHashSet<>();
        Set<InstanceId> resolved = new LinkedHashSet<>();
        for (Row row : rows) {
            suite.add(row.instance());
            if (row.isResolved(column)) {
                resolved.add(row.instance());
            }
        }
        return new Resolved(run, suite, resolved);
    }

    /** The attempts of a system as samples. */
    List<SampleSequence> sequences(String system) {
        List<Integer> columns = columns(system);
        return rows.stream()
                .map(row -> new SampleSequence(
                        row.instance(), columns.stream().map(row::isResolved).toList()))
                .toList();
    }

    Scorecard scorecard(String system) {
        List<Integer> columns = columns(system);
        return Scorecard.of(rows.stream()
                .map(row -> {
                    List<String> patches = columns.stream()
                            .map(column -> row.cells().get(column))
                            .filter(cell -> cell.length() > 2)
                            .map(cell -> cell.substring(2))
                            .toList();
                    int resolved =
                            (int) columns.stream().filter(row::isResolved).count();
                    return new InstanceScore(
                            new SampleCounts.FixedN(row.instance(), columns.size(), resolved),
                            patches.size(),
                            (int) patches.stream().distinct().count(),
                            InstanceScore.Selected.NONE,
                            Optional.empty(),
                            OptionalDouble.empty());
                })
                .toList());
    }

    private List<Integer> columns(String system) {
        return runs.stream()
                .filter(run -> run.startsWith(system + " #"))
                .map(runs::indexOf)
                .toList();
    }
}
