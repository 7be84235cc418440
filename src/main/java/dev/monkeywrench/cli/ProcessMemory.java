package dev.monkeywrench.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** What the kernel counts. */
final class ProcessMemory {

    private static final double KIB_TO_MIB = 1 / 1024.0;

    private ProcessMemory() {}

    /** The most physical memory that a process held so far. */
    static double mostMiB(long process) throws IOException {
        return Files.readAllLines(Path.of("/proc/" + process + "/status")).stream()
                .filter(line -> line.startsWith("VmHWM:"))
                .mapToDouble(line -> Long.parseLong(line.replaceAll("[^0-9]", "")) * KIB_TO_MIB)
                .findFirst()
                .orElseThrow();
    }
}
