package dev.monkeywrench.sandbox;

import com.sun.management.OperatingSystemMXBean;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * What this machine has for sandboxes.
 *
 * @param memoryBytes free or freed at once, within the limit of the container the service may run in
 */
record Room(int cores, long memoryBytes) {

    private static final Path MEMORY = Path.of("/proc/meminfo");
    private static final String AVAILABLE = "MemAvailable:";

    static Room measured() {
        return new Room(Runtime.getRuntime().availableProcessors(), Math.min(total(), available()));
    }

    /** As many as have a core each and fit into memory, and one in any case. */
    int sandboxesOf(long memoryBytesEach) {
        return (int) Math.max(1, Math.min(cores, memoryBytes / memoryBytesEach));
    }

    boolean fits(int sandboxes, long memoryBytesEach) {
        return sandboxes <= memoryBytes / memoryBytesEach;
    }

    /** The share of all cores that was busy since this was last asked; negative where that cannot be told. */
    static double load() {
        return machine().map(OperatingSystemMXBean::getCpuLoad).orElse(-1.0);
    }

    private static long total() {
        return machine().map(OperatingSystemMXBean::getTotalMemorySize).orElse(Long.MAX_VALUE);
    }

    private static Optional<OperatingSystemMXBean> machine() {
        return ManagementFactory.getOperatingSystemMXBean() instanceof OperatingSystemMXBean known
                ? Optional.of(known)
                : Optional.empty();
    }

    private static long available() {
        try {
            List<String> lines = Files.readAllLines(MEMORY);
            return lines.stream()
                    .filter(line -> line.startsWith(AVAILABLE))
                    .mapToLong(line -> 1024 * Long.parseLong(line.replaceAll("[^0-9]", "")))
                    .findFirst()
                    .orElse(Long.MAX_VALUE);
        } catch (IOException | NumberFormatException unknown) {
            return Long.MAX_VALUE;
        }
    }
}
