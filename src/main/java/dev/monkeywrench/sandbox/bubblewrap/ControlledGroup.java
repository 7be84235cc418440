package dev.monkeywrench.sandbox.bubblewrap;

import dev.monkeywrench.sandbox.engine.ControlGroup;
import dev.monkeywrench.sandbox.engine.Reading;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/** The control groups of one sandbox. */
record ControlledGroup(List<Path> folders, Path cpu, Path memory) {

    private static final int TRIES = 200;

    Optional<Reading> reading() {
        return new ControlGroup(cpu, memory).reading();
    }

    /** Files a process joins the groups by. */
    List<String> doors() {
        return folders.stream()
                .map(folder -> folder.resolve("cgroup.procs").toString())
                .toList();
    }

    static void remove(List<Path> folders) {
        folders.forEach(ControlledGroup::remove);
    }

    /** A group can be removed only a moment after its last process has ended. */
    private static void remove(Path folder) {
        for (int i = 0; i < TRIES; i++) {
            try {
                Files.deleteIfExists(folder);
                return;
            } catch (IOException busy) {
                LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(5));
            }
        }
    }
}
