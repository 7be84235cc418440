package dev.monkeywrench.cli;

import java.nio.file.Path;
import java.util.Optional;
import picocli.CommandLine.Option;

/** Where an evaluation leaves its files, and the names in them. */
final class OutputOptions {

    @Option(
            names = "--output",
            paramLabel = "DIR",
            description = "Write there the files of the official harnesses, the report, and what 'report' reads again.")
    private Optional<Path> folder = Optional.empty();

    @Option(names = "--run-id", paramLabel = "NAME", description = "Name of the run in official files (monkeywrench).")
    private String runId = "monkeywrench";

    @Option(
            names = "--model-name",
            paramLabel = "NAME",
            description = "Model to name in official files for candidates drawn here (monkeywrench).")
    private String model = "monkeywrench";

    /** The files, begun where they are asked for. */
    Output open(boolean stopsEarly) {
        return new Output(folder.map(this::official), folder.map(place -> new RunsForReport(place, stopsEarly)));
    }

    /** Official files, beside what is gathered elsewhere. */
    Output open(RunsForReport runs) {
        return new Output(folder.map(this::official), Optional.of(runs));
    }

    boolean isNamed() {
        return folder.isPresent();
    }

    Path required() {
        return folder.orElseThrow(() -> new UsageFault("name a folder for the files with --output"));
    }

    private OfficialOutput official(Path place) {
        return new OfficialOutput(place, runId, model);
    }
}
