package dev.monkeywrench.sandbox.engine;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/**
 * The process that opened a sandbox, named so that another can tell whether it still lives: process ids are reused,
 * machines restart, and a service in a container counts from 1.
 *
 * @param boot of the kernel
 * @param space in which the process id counts
 * @param start of the process, in the kernel's ticks
 */
public record OwnerProcess(String boot, String space, long pid, long start) {

    private static final int PARTS = 4;
    private static final int START_TIME = 19;

    public static OwnerProcess current() {
        long pid = ProcessHandle.current().pid();
        return new OwnerProcess(bootId(), pidSpace(), pid, startOf(pid).orElse(0L));
    }

    /** Reads back what {@link #toString} wrote. */
    public static Optional<OwnerProcess> parse(String text) {
        String[] parts = text.split("/", -1);
        if (parts.length != PARTS) {
            return Optional.empty();
        }
        try {
            return Optional.of(
                    new OwnerProcess(parts[0], parts[1], Long.parseLong(parts[2]), Long.parseLong(parts[3])));
        } catch (NumberFormatException garbled) {
            return Optional.empty();
        }
    }

    /** Whether this can be seen from here to be gone; false when it lives, and when it cannot be told. */
    public boolean isGone() {
        boolean sameView = boot.equals(bootId()) && space.equals(pidSpace());
        return sameView && startOf(pid).filter(found -> found == start).isEmpty();
    }

    @Override
    public String toString() {
        return boot + "/" + space + "/" + pid + "/" + start;
    }

    private static String bootId() {
        try {
            return Files.readString(Path.of("/proc/sys/kernel/random/boot_id")).strip();
        } catch (IOException unknown) {
            return "unknown";
        }
    }

    private static String pidSpace() {
        try {
            return Files.readSymbolicLink(Path.of("/proc/self/ns/pid"))
                    .toString()
                    .replaceAll("[^0-9]", "");
        } catch (IOException unknown) {
            return "unknown";
        }
    }

    /** Field 22 of its stat; the name before it is in parentheses and may hold anything. */
    private static Optional<Long> startOf(long pid) {
        try {
            String stat = Files.readString(Path.of("/proc/" + pid + "/stat"));
            String[] fields = stat.substring(stat.lastIndexOf(')') + 2).split(" ", -1);
            return Optional.of(Long.parseLong(fields[START_TIME]));
        } catch (IOException | RuntimeException gone) {
            return Optional.empty();
        }
    }
}
