package dev.monkeywrench.cli;

import java.io.IOException;

/**
 * What one run of many candidates showed.
 *
 * @param cost what one of the last candidates took, as a multiple of what one of the first did
 * @param serviceMiB the most physical memory that the service's process held, as the kernel counts it
 */
record BenchGrowth(int candidates, double cost, double serviceMiB) {

    private static final int WINDOW = 300;
    private static final int SKIPPED = 50;

    /**
     * Reads how candidates were judged; the very first are left out.
     *
     * @param service its process
     */
    static BenchGrowth of(Course judged, int candidates, long service) throws IOException {
        int window = Math.min(WINDOW, candidates / 4);
        int skipped = Math.min(SKIPPED, candidates / 8);
        double first = judged.seconds(skipped, skipped + window);
        double last = judged.seconds(candidates - window, candidates);
        return new BenchGrowth(candidates, last / first, ProcessMemory.mostMiB(service));
    }
}
