package dev.monkeywrench.verification;

import dev.monkeywrench.context.FaultEvidence;
import dev.monkeywrench.context.LineCoverage;
import dev.monkeywrench.context.StackFrame;
import dev.monkeywrench.context.StackTraces;
import dev.monkeywrench.instance.RepositoryPath;
import dev.monkeywrench.sandbox.SandboxUnavailable;
import dev.monkeywrench.workspace.SourceFile;
import dev.monkeywrench.workspace.Workspace;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Looks at the visible tests of the unpatched tree. */
record Observation(TestRunner runner, RunReader reader, Workspace workspace, VerificationPolicy policy) {

    private static final int MOST_TEXT = 64 << 10;
    private static final int MOST_FRAMES = 500;
    private static final int MOST_LINES = 200_000;

    FaultEvidence observe() throws SandboxUnavailable, InterruptedException {
        RunRequest request = new RunRequest(
                Optional.empty(),
                Optional.empty(),
                reader.procedure(),
                true,
                Optional.empty(),
                policy.baselineTimeout());
        return switch (runner.run(request, "observe")) {
            case RunOutcome.Ran ran -> evidence(ran.run(), reader.read(ran.run(), List.of()));
            case RunOutcome.TimedOut late -> FaultEvidence.none();
            case RunOutcome.OutOfMemory greedy -> FaultEvidence.none();
            case RunOutcome.NotApplied refused -> FaultEvidence.none();
            case RunOutcome.TestsNotApplied refused -> FaultEvidence.none();
            case RunOutcome.Cut cut -> FaultEvidence.none();
        };
    }

    private FaultEvidence evidence(RawRun raw, TestRun run) {
        Map<Boolean, Long> counts = run.report().statuses().values().stream()
                .filter(status -> status != TestStatus.SKIPPED)
                .collect(Collectors.partitioningBy(Grader::passes, Collectors.counting()));
        int failing = counts.getOrDefault(false, 0L).intValue();
        Set<RepositoryPath> files =
                workspace.files().stream().map(SourceFile::path).collect(Collectors.toUnmodifiableSet());
        List<String> failures = run.failures().isEmpty() && failing > 0 ? List.of(tail(run.log())) : run.failures();
        StackTraces traces = new StackTraces(files);
        List<StackFrame> frames = failures.stream()
                .flatMap(text -> traces.frames(text).stream())
                .limit(MOST_FRAMES)
                .toList();
        return new FaultEvidence(
                head(String.join("\n\n", failures)),
                frames,
                failing,
                counts.getOrDefault(true, 0L).intValue(),
                coverage(entries(raw, run.witness()), files));
    }

    private static List<WitnessEntry> entries(RawRun raw, Witness witness) {
        return Stream.concat(
                        witness.entries().stream(),
                        raw.coverage().lines().flatMap(line -> WitnessLine.unsigned(line).stream()))
                .toList();
    }

    private static List<LineCoverage> coverage(List<WitnessEntry> entries, Set<RepositoryPath> files) {
        List<LineCoverage> coverage = new ArrayList<>();
        for (WitnessEntry entry : entries) {
            String named = entry.path();
            Map<Integer, List<Integer>> lines = entry.lines();
            Optional<RepositoryPath> path = named == null ? Optional.empty() : path(named, files);
            if (path.isPresent() && lines != null) {
                lines.forEach((line, counts) -> add(coverage, path.get(), line, counts));
            }
        }
        return coverage;
    }

    private static void add(List<LineCoverage> coverage, RepositoryPath path, int line, List<Integer> counts) {
        if (line > 0 && counts.size() == 2 && coverage.size() < MOST_LINES) {
            coverage.add(new LineCoverage(path, line, counts.get(0), counts.get(1)));
        }
    }

    private static Optional<RepositoryPath> path(String named, Set<RepositoryPath> files) {
        try {
            RepositoryPath path = new RepositoryPath(named);
            return files.contains(path) && !ProtectedPaths.isTest(path) ? Optional.of(path) : Optional.empty();
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private static String head(String text) {
        return text.length() <= MOST_TEXT ? text : text.substring(0, MOST_TEXT);
    }

    /** Runners print failures last. */
    private static String tail(String text) {
        return text.length() <= MOST_TEXT ? text : text.substring(text.length() - MOST_TEXT);
    }
}
