package dev.monkeywrench.cli;

import dev.monkeywrench.evaluation.Comparison;
import dev.monkeywrench.evaluation.ComparisonFiles;
import dev.monkeywrench.evaluation.CounterfactualPrices;
import dev.monkeywrench.evaluation.EvaluationId;
import dev.monkeywrench.evaluation.EvaluationRecord;
import dev.monkeywrench.evaluation.EvaluationRecords;
import dev.monkeywrench.evaluation.ModelShapes;
import dev.monkeywrench.evaluation.ReportExtras;
import dev.monkeywrench.evaluation.ReportFiles;
import dev.monkeywrench.evaluation.ReportKind;
import dev.monkeywrench.instance.InstanceId;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import tools.jackson.databind.JsonNode;

@Command(name = "report", description = "Reports on an evaluation, or compares two.")
final class ReportCommand implements Callable<Integer> {

    private static final int MOST_LINE = 400;
    private static final String OFFICIAL = "official";

    @Parameters(
            paramLabel = "EVALUATION|DIR",
            description = "The id of an evaluation, which may still go on, or a folder that --output wrote.")
    private String place = "";

    @Option(names = "--against", paramLabel = "EVALUATION|DIR", description = "Compare with this one, the second.")
    private Optional<String> other = Optional.empty();

    @Option(
            names = "--format",
            split = ",",
            description = "Of html, md, csv, json and official; all but official where none is named.")
    private List<String> formats = List.of();

    @Option(
            names = "--shape",
            paramLabel = "NAME=PARAMETERS,LAYERS,WIDTH",
            description = "The shape of a model, for FLOPs; * at the end of its name stands for any rest. Repeatable.")
    private List<String> shapes = List.of();

    @Option(
            names = "--held-out",
            paramLabel = "EVALUATION|DIR",
            description = "The same patches, judged by tests that were held out: how many that pass are wrong.")
    private Optional<String> heldOut = Optional.empty();

    @Mixin
    private OtherTariffs tariffs = new OtherTariffs();

    @Mixin
    private OutputOptions output = new OutputOptions();

    @Option(names = "--server", paramLabel = "URL", description = "The service (http://127.0.0.1:8080).")
    private Optional<URI> server = Optional.empty();

    private final Session session;

    ReportCommand(Session session) {
        this.session = session;
    }

    @Override
    public Integer call() throws InterruptedException {
        Path folder = output.required();
        EnumSet<ReportKind> kinds = kinds();
        ModelShapes stated = stated();
        CounterfactualPrices prices = prices();
        EvaluationRecord first = read(place, formats.contains(OFFICIAL));
        Optional<EvaluationRecord> judged =
                heldOut.isPresent() ? Optional.of(read(heldOut.get(), false)) : Optional.empty();
        try {
            boolean written = ReportFiles.write(folder, first, new ReportExtras(stated, judged, prices), kinds);
            session.terminal().note(written ? "the report: " + folder : "no report: no run has samples");
            if (other.isPresent()) {
                compare(folder, first, read(other.get(), false), kinds);
            }
            return written ? Exit.FINE : Exit.ERROR;
        } catch (IOException e) {
            throw new UncheckedIOException("The report cannot be written to " + folder + "; is it writable?", e);
        }
    }

    private CounterfactualPrices prices() throws InterruptedException {
        Map<Path, JsonNode> read = tariffs.read();
        if (read.isEmpty()) {
            return CounterfactualPrices.NONE;
        }
        if (!isKept(place)) {
            throw new UsageFault("--tariff takes the id of an evaluation that a service keeps: a folder that --output"
                    + " wrote holds no charges");
        }
        try (ServiceClient client = new ServiceClient(session.named(server).orElse(PsCommand.DEFAULT_SERVER))) {
            return OtherTariffs.prices(client, place, read);
        }
    }

    private static boolean isKept(String named) {
        return EvaluationId.isId(named) && !Files.exists(Path.of(named));
    }

    private ModelShapes stated() {
        ModelShapes stated = ModelShapes.NONE;
        for (String shape : shapes) {
            try {
                stated = stated.and(shape);
            } catch (IllegalArgumentException e) {
                throw new UsageFault("--shape " + Inert.line(shape, 80) + ": " + e.getMessage());
            }
        }
        return stated;
    }

    private EnumSet<ReportKind> kinds() {
        EnumSet<ReportKind> kinds = EnumSet.noneOf(ReportKind.class);
        for (String format : formats) {
            if (format.equals(OFFICIAL)) {
                continue;
            }
            try {
                kinds.add(ReportKind.valueOf(format.toUpperCase(Locale.ROOT)));
            } catch (IllegalArgumentException e) {
                throw new UsageFault(
                        "--format knows html, md, csv, json and official, not '" + Inert.line(format, 40) + "'");
            }
        }
        return formats.isEmpty() ? EnumSet.allOf(ReportKind.class) : kinds;
    }

    private EvaluationRecord read(String named, boolean official) throws InterruptedException {
        if (isKept(named)) {
            return ofService(named, official);
        }
        if (official) {
            throw new UsageFault("official files are made from an evaluation that a service keeps; where --output wrote"
                    + " a folder they are in it");
        }
        return EvaluationRecords.read(Path.of(named));
    }

    private EvaluationRecord ofService(String id, boolean official) throws InterruptedException {
        try (ServiceClient client = new ServiceClient(session.named(server).orElse(PsCommand.DEFAULT_SERVER))) {
            ServiceEvaluation evaluation = ServiceEvaluation.of(client, id);
            RunsForReport runs = new RunsForReport(output.required(), evaluation.stopsEarly());
            try (Output files = official ? output.open(runs) : new Output(Optional.empty(), Optional.of(runs))) {
                List<InstanceId> suite = evaluation.tell(files);
                files.finishOfficial(suite)
                        .forEach(summary -> session.terminal().note("official summary: " + summary));
            }
            EvaluationRecord record = runs.record(evaluation.name(), evaluation.conditions(), evaluation.seed());
            if (named(id)) {
                EvaluationRecords.write(output.required(), record);
            }
            return record;
        }
    }

    /** Whether it is the evaluation that is reported, and not the one that it is compared with. */
    private boolean named(String id) {
        return id.equals(place);
    }

    private void compare(Path folder, EvaluationRecord first, EvaluationRecord second, EnumSet<ReportKind> kinds)
            throws IOException {
        Comparison comparison = ComparisonFiles.write(folder, first, second, kinds);
        comparison.lines().forEach(line -> session.terminal().result(Inert.line(line, MOST_LINE)));
    }
}
