package dev.monkeywrench.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/**
 * Watches a run of many candidates: when each was judged, and how much memory the service held at most.
 *
 * @param service its process
 */
record BenchGrowth(long service, List<Seen> seen) implements Consumer<RunView> {

    private static final int WINDOW = 300;
    private static final int SKIPPED = 50;
    private static final double KIB_TO_MIB = 1 / 1024.0;

    /** So many candidates were judged after so many seconds. */
    private record Seen(double seconds, long judged) {}

    BenchGrowth(long service) {
        this(service, new ArrayList<>());
    }

    @Override
    public void accept(RunView run) {
        seen.add(new Seen(System.nanoTime() / 1e9, run.notPassed()));
    }

    /** What one of the last candidates cost, as a multiple of what one of the first did; the very first are left out. */
    double costGrowth(int candidates) {
        int window = Math.min(WINDOW, candidates / 4);
        int skipped = Math.min(SKIPPED, candidates / 8);
        double first = at(skipped + window) - at(skipped);
        double last = at(candidates) - at(candidates - window);
        return last / first;
    }

    /** When so many were judged: between two looks, by a straight line. */
    private double at(int judged) {
        Seen before = seen.getFirst();
        for (Seen look : seen) {
            if (look.judged() >= judged) {
                double share = look.judged() == before.judged()
                        ? 1
                        : (judged - before.judged()) / (double) (look.judged() - before.judged());
                return before.seconds() + share * (look.seconds() - before.seconds());
            }
            before = look;
        }
        return before.seconds();
    }

    /** The most physical memory that the service's process held until now, in MiB, as the kernel counts it. */
    double serviceMiB() throws IOException {
        return Files.readAllLines(Path.of("/proc/" + service + "/status")).stream()
                .filter(line -> line.startsWith("VmHWM:"))
                .mapToDouble(line -> Long.parseLong(line.replaceAll("[^0-9]", "")) * KIB_TO_MIB)
                .findFirst()
                .orElseThrow();
    }
}
