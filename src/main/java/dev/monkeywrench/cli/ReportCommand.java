package dev.monkeywrench.cli;

import dev.monkeywrench.evaluation.Comparison;
import dev.monkeywrench.evaluation.EvaluationRecord;
import dev.monkeywrench.evaluation.EvaluationRecords;
import dev.monkeywrench.evaluation.ReportFiles;
import dev.monkeywrench.evaluation.ReportKind;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(name = "report", description = "Reports on an evaluation, or compares two.")
final class ReportCommand implements Callable<Integer> {

    private static final int MOST_LINE = 400;

    @Parameters(paramLabel = "DIR", description = "A folder that --output wrote.")
    private String place = "";

    @Option(names = "--against", paramLabel = "DIR", description = "Compare with this one, the second.")
    private Optional<String> other = Optional.empty();

    @Option(names = "--format", split = ",", description = "Of html, md, csv and json; all where none is named.")
    private List<String> formats = List.of();

    @Option(names = "--output", paramLabel = "DIR", required = true, description = "Where the files go.")
    private Path output = Path.of("");

    private final Session session;

    ReportCommand(Session session) {
        this.session = session;
    }

    @Override
    public Integer call() {
        EnumSet<ReportKind> kinds = kinds();
        EvaluationRecord first = read(place);
        try {
            boolean written = ReportFiles.write(
                    output, first.name(), first.conditions(), first.runs(), new SplittableRandom(first.seed()), kinds);
            session.terminal().note(written ? "the report: " + output : "no report: no run has samples");
            if (other.isPresent()) {
                compare(first, read(other.get()));
            }
            return written ? Exit.FINE : Exit.ERROR;
        } catch (IOException e) {
            throw new UncheckedIOException("The report cannot be written to " + output + "; is it writable?", e);
        }
    }

    private EnumSet<ReportKind> kinds() {
        EnumSet<ReportKind> kinds = EnumSet.noneOf(ReportKind.class);
        for (String format : formats) {
            try {
                kinds.add(ReportKind.valueOf(format.toUpperCase(Locale.ROOT)));
            } catch (IllegalArgumentException e) {
                throw new UsageFault("--format knows html, md, csv and json, not '" + Inert.line(format, 40) + "'");
            }
        }
        return kinds.isEmpty() ? EnumSet.allOf(ReportKind.class) : kinds;
    }

    private EvaluationRecord read(String named) {
        return EvaluationRecords.read(Path.of(named));
    }

    private void compare(EvaluationRecord first, EvaluationRecord second) throws IOException {
        Comparison comparison = Comparison.of(first, second, new SplittableRandom(first.seed()));
        comparison.lines().forEach(line -> session.terminal().result(Inert.line(line, MOST_LINE)));
        Files.writeString(output.resolve("comparison.json"), comparison.json().toString());
    }
}
