package dev.monkeywrench.cli;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * Measures both sides of each case, as many candidates at a time as there are cores; the reference before and after, as a
 * machine may get slower meanwhile.
 */
record VerificationBench(ServiceClient client, Path home) {

    private static final int PARALLEL = Runtime.getRuntime().availableProcessors();
    private static final int FEW = 2;
    /** A run's end is seen so late at most: seldom, as looking costs the service time, too, and often where few end. */
    private static final Duration SELDOM = Duration.ofSeconds(1);

    private static final Duration OFTEN = Duration.ofMillis(100);

    BenchFigure measure(BenchCase each, int asked) throws Exception {
        try (BenchProject project = BenchProject.make(each, projects());
                RunWatch watch = new RunWatch(client, tellsOverhead(each) ? OFTEN : SELDOM)) {
            Optional<BenchMaven> maven = each.reference() == ReferenceKind.MAVEN
                    ? Optional.of(BenchMaven.filled(home, project.folder()))
                    : Optional.empty();
            ReferenceLoop loop = new ReferenceLoop(project, PARALLEL, maven);
            List<String> patches = project.patches(each.referenceCandidates(asked));
            int half = (patches.size() / 2 + PARALLEL - 1) / PARALLEL * PARALLEL;
            double before = loop.seconds(patches.subList(0, half));
            int candidates = each.candidates(asked);
            double ours = project.seconds(watch, candidates, view -> {});
            double after = loop.seconds(patches.subList(half, patches.size()));
            double reference = (before + after) / patches.size();
            return new BenchFigure(each, reference, ours / candidates, overhead(project, watch, candidates));
        }
    }

    private static boolean tellsOverhead(BenchCase each) {
        return each.sources().testSeconds() >= 1;
    }

    /**
     * From a run with few candidates and one with many: the baseline and the start are in both. Neither is the first of its
     * instance, in which sandboxes are opened that the next finds.
     */
    private OptionalDouble overhead(BenchProject project, RunWatch watch, int candidates) throws InterruptedException {
        if (!tellsOverhead(project.made())) {
            return OptionalDouble.empty();
        }
        double own = project.made().sources().testSeconds();
        double few = project.seconds(watch, FEW * PARALLEL, view -> {});
        double many = project.seconds(watch, candidates, view -> {});
        double each = (many - few) / (candidates - FEW * PARALLEL);
        return OptionalDouble.of(each / (own / PARALLEL) - 1);
    }

    /** One run of many candidates of the smallest case. */
    BenchGrowth growth(long service, int candidates) throws Exception {
        List<Course.Look> seen = new ArrayList<>();
        try (BenchProject project = BenchProject.make(BenchCase.SMALL_PYTEST, projects());
                RunWatch watch = new RunWatch(client, SELDOM)) {
            project.seconds(
                    watch, candidates, run -> seen.add(new Course.Look(System.nanoTime() / 1e9, run.notPassed())));
        }
        return BenchGrowth.of(new Course(seen), candidates, service);
    }

    private Path projects() {
        return home.resolve("starter");
    }
}
