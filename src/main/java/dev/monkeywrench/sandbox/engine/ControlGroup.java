package dev.monkeywrench.sandbox.engine;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/** Reads what a control group has used, of either version, from the folders the kernel shows it in. */
public record ControlGroup(Path cpu, Path memory) {

    /** Empty when the folders are not there or not readable. */
    public Optional<Reading> reading() {
        try {
            return Optional.of(Reading.ofMicros(cpuMicros(), memoryKills()));
        } catch (IOException | NumberFormatException unseen) {
            return Optional.empty();
        }
    }

    private long cpuMicros() throws IOException {
        Path first = cpu.resolve("cpuacct.usage");
        if (Files.exists(first)) {
            return Long.parseLong(Files.readString(first).strip()) / 1000;
        }
        return value(cpu.resolve("cpu.stat"), "usage_usec ");
    }

    private long memoryKills() throws IOException {
        Path first = memory.resolve("memory.oom_control");
        return value(Files.exists(first) ? first : memory.resolve("memory.events"), "oom_kill ");
    }

    private static long value(Path file, String key) throws IOException {
        for (String line : Files.readAllLines(file)) {
            if (line.startsWith(key)) {
                return Long.parseLong(line.substring(key.length()).strip());
            }
        }
        throw new IOException(file + " says nothing of " + key.strip());
    }
}
