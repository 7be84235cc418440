package dev.monkeywrench.sampling.mutation.location;

import dev.monkeywrench.context.FaultEvidence;
import dev.monkeywrench.context.LineCoverage;
import dev.monkeywrench.context.StackFrame;
import dev.monkeywrench.context.StackTraces;
import dev.monkeywrench.instance.ProblemStatement;
import dev.monkeywrench.instance.RepositoryPath;
import dev.monkeywrench.workspace.SourceFile;
import dev.monkeywrench.workspace.Workspace;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** Ranks the files of a workspace by how likely the fault is in each. */
public final class Suspects {

    private static final double OF_FRAME = 12;
    private static final double OF_COVERAGE = 8;
    private static final double OF_PATH = 10;
    private static final double OF_NAME = 5;
    private static final double OF_WORDS = 3;
    private static final int MOST_NEW_WORDS = 3;

    private final Workspace workspace;
    private final FaultEvidence evidence;
    private final Clues clues;

    public Suspects(Workspace workspace, ProblemStatement problem, FaultEvidence evidence) {
        this.workspace = workspace;
        this.evidence = withReported(evidence, workspace, problem);
        this.clues = new Clues(problem, evidence);
    }

    /** The frames of traces that the problem statement quotes count like those of our own runs. */
    private static FaultEvidence withReported(FaultEvidence evidence, Workspace workspace, ProblemStatement problem) {
        Set<RepositoryPath> files =
                workspace.files().stream().map(SourceFile::path).collect(Collectors.toUnmodifiableSet());
        List<StackFrame> frames = new ArrayList<>(evidence.frames());
        frames.addAll(new StackTraces(files).frames(problem.text()));
        return new FaultEvidence(
                evidence.failures(), frames, evidence.failingTests(), evidence.passingTests(), evidence.coverage());
    }

    /**
     * A file and how likely the fault is in it.
     *
     * @param score comparable within one ranking; above 0
     */
    public record Suspect(RepositoryPath path, String text, double score) {}

    /** The likeliest files first, at most so many. */
    public List<Suspect> ranked(int most) throws InterruptedException {
        List<RepositoryPath> paths = SourceFiles.in(workspace);
        Map<RepositoryPath, Set<String>> words = new HashMap<>();
        for (RepositoryPath path : paths) {
            if (Thread.interrupted()) {
                throw new InterruptedException("Interrupted while the files were searched for the fault");
            }
            words.put(path, clues.isEmpty() ? Set.of() : clues.in(path.value() + " " + text(path)));
        }
        Map<String, Integer> spread = new HashMap<>();
        words.values().forEach(found -> found.forEach(word -> spread.merge(word, 1, Integer::sum)));
        Map<RepositoryPath, Double> scores = new HashMap<>();
        double best = best(words, spread);
        for (RepositoryPath path : paths) {
            double likeness =
                    best == 0 ? 0 : similarity(words.getOrDefault(path, Set.of()), spread, words.size()) / best;
            scores.put(path, 1 + OF_WORDS * likeness + mentioned(path) + executed(path));
        }
        return paths.stream()
                .sorted(Comparator.comparingDouble((RepositoryPath path) -> -scores.getOrDefault(path, 0d))
                        .thenComparing(Comparator.naturalOrder()))
                .limit(most)
                .map(path -> new Suspect(path, text(path), scores.getOrDefault(path, 1d)))
                .toList();
    }

    /** How suspicious the lines of a file are. */
    public LineSuspicion lines(Suspect suspect) {
        return new LineSuspicion(suspect, evidence, clues);
    }

    /** How many words of the problem statement a change brings to its lines; more than three count as three. */
    public int newWords(String before, String after) {
        Set<String> found = new HashSet<>(clues.in(after));
        found.removeAll(clues.in(before));
        return Math.min(found.size(), MOST_NEW_WORDS);
    }

    private double best(Map<RepositoryPath, Set<String>> words, Map<String, Integer> spread) {
        return words.values().stream()
                .mapToDouble(found -> similarity(found, spread, words.size()))
                .max()
                .orElse(0);
    }

    /** Words that few files hold say more. */
    private double similarity(Set<String> found, Map<String, Integer> spread, int files) {
        double sum = 0;
        for (String word : new ArrayList<>(found).stream().sorted().toList()) {
            double rarity = Math.log(1 + (double) files / spread.getOrDefault(word, 1));
            sum += clues.weight(word) * rarity;
        }
        return sum;
    }

    private double mentioned(RepositoryPath path) {
        String module = path.value().replaceFirst("\\.[a-z]+$", "").replace('/', '.');
        if (clues.mentions(path.value()) || (module.contains(".") && clues.mentions(module))) {
            return OF_PATH;
        }
        String stem = path.fileName().substring(0, path.fileName().lastIndexOf('.'));
        return clues.mentions(path.fileName()) || (stem.length() > 2 && clues.mentions(stem)) ? OF_NAME : 0;
    }

    private double executed(RepositoryPath path) {
        double frames = 0;
        for (StackFrame frame : evidence.frames()) {
            if (frame.path().equals(path)) {
                frames = Math.max(frames, OF_FRAME / (1 + 0.3 * frame.depth()));
            }
        }
        double covered = 0;
        for (LineCoverage line : evidence.coverage()) {
            if (line.path().equals(path)) {
                covered = Math.max(covered, OF_COVERAGE * LineSuspicion.ochiai(line, evidence.failingTests()));
            }
        }
        return frames + covered;
    }

    private String text(RepositoryPath path) {
        return workspace
                .read(path)
                .map(bytes -> new String(bytes, StandardCharsets.UTF_8))
                .orElse("");
    }
}
