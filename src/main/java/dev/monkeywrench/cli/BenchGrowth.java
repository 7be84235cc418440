package dev.monkeywrench.cli;

import java.io.IOException;
import java.util.List;

/**
 * What one run of many candidates showed.
 *
 * @param cost what one of the last candidates took, as a multiple of what one of the first did
 * @param serviceMiB the most physical memory that the service's process held, as the kernel counts it
 */
record BenchGrowth(int candidates, double cost, double serviceMiB) {

    private static final int WINDOW = 300;
    private static final int SKIPPED = 50;

    /** When so many candidates were judged. */
    record Seen(double seconds, long judged) {}

    /**
     * Reads what was seen; the very first candidates are left out.
     *
     * @param service its process
     */
    static BenchGrowth of(List<Seen> seen, int candidates, long service) throws IOException {
        int window = Math.min(WINDOW, candidates / 4);
        int skipped = Math.min(SKIPPED, candidates / 8);
        double first = at(seen, skipped + window) - at(seen, skipped);
        double last = at(seen, candidates) - at(seen, candidates - window);
        return new BenchGrowth(candidates, last / first, ProcessMemory.mostMiB(service));
    }

    /** Between two looks by a straight line. */
    private static double at(List<Seen> seen, int judged) {
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
}
