package dev.monkeywrench.sandbox;

import java.net.URI;
import java.time.Duration;
import java.util.Optional;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/**
 * Settings of the sandboxes.
 *
 * @param engine auto, docker or bubblewrap
 * @param memory of one sandbox, the files it writes included
 * @param cpus cores of one sandbox
 * @param processes of one sandbox, threads included
 * @param disk of one sandbox
 * @param output kept of each stream of a command
 * @param lifetime after which a sandbox is destroyed
 * @param parallel open at a time; 0: as many as the machine has cores and memory for
 * @param dockerHost as in {@code unix:///var/run/docker.sock}; found where empty
 * @param dockerPatience how long the daemon may take to answer at the start
 * @param ahead sandboxes at most that are opened before they are asked for; 0: none; as many as are open at a time where
 *     empty
 * @param keptUses how many candidates a kept sandbox serves before it is closed; 0: none is kept
 * @param keptIdle how long a kept sandbox waits for the next candidate
 * @param pull how long fetching an image may take
 */
@ConfigurationProperties("monkeywrench.sandbox")
record SandboxSettings(
        @DefaultValue("auto") EnginePreference engine,
        @DefaultValue("2GB") DataSize memory,
        @DefaultValue("2") double cpus,
        @DefaultValue("512") int processes,
        @DefaultValue("1GB") DataSize disk,
        @DefaultValue("8MB") DataSize output,
        @DefaultValue("2h") Duration lifetime,
        @DefaultValue("0") int parallel,
        Optional<URI> dockerHost,
        @DefaultValue("5s") Duration dockerPatience,
        Optional<Integer> ahead,
        @DefaultValue("2000") int keptUses,
        @DefaultValue("60s") Duration keptIdle,
        @DefaultValue("15m") Duration pull) {

    Limits limits() {
        return new Limits(memory.toBytes(), cpus, processes, disk.toBytes(), output.toBytes(), lifetime);
    }

    /** How many may wait to be asked for. */
    int waiting(Room room) {
        return ahead.orElseGet(() -> gate(room));
    }

    /** How many are open at a time: as many as is said, else as the machine has room for. */
    int gate(Room room) {
        return parallel > 0 ? parallel : room.sandboxesOf(memory.toBytes());
    }
}
