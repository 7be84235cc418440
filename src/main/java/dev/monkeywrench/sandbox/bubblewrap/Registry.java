package dev.monkeywrench.sandbox.bubblewrap;

import dev.monkeywrench.sandbox.engine.OwnerProcess;
import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One file a sandbox, written before anything of it exists: whose it is, and which control groups are its. The
 * processes of a killed service end by themselves, since each sandbox dies with the thread that started it.
 */
record Registry(Path folder, OwnerProcess owner) {

    private static final Logger log = LoggerFactory.getLogger(Registry.class);
    private static final String SUFFIX = ".sandbox";

    void enter(String id, List<Path> groups) throws IOException {
        List<String> lines = new ArrayList<>(List.of(owner.toString()));
        groups.forEach(group -> lines.add(group.toString()));
        Path fresh = Files.write(folder.resolve(id + ".fresh"), lines);
        Files.move(fresh, file(id), StandardCopyOption.ATOMIC_MOVE);
    }

    void strike(String id) {
        try {
            Files.deleteIfExists(file(id));
        } catch (IOException left) {
            log.warn("The entry of sandbox {} stays until the next start", id, left);
        }
    }

    /** Removes what services that are gone left; their number. */
    int sweep() throws IOException {
        Files.createDirectories(folder);
        int swept = 0;
        try (DirectoryStream<Path> entries = Files.newDirectoryStream(folder, "*" + SUFFIX)) {
            for (Path entry : entries) {
                swept += sweep(entry) ? 1 : 0;
            }
        }
        return swept;
    }

    private boolean sweep(Path entry) throws IOException {
        List<String> lines;
        try {
            lines = Files.readAllLines(entry);
        } catch (NoSuchFileException struck) {
            return false;
        }
        Optional<OwnerProcess> left = lines.isEmpty() ? Optional.empty() : OwnerProcess.parse(lines.getFirst());
        if (left.isPresent() && !left.get().isGone()) {
            return false;
        }
        List<Path> groups = lines.stream().skip(1).map(Path::of).toList();
        groups.forEach(Registry::killAll);
        ControlledGroup.remove(groups);
        Files.deleteIfExists(entry);
        return true;
    }

    /** Of a group that still has processes although its service is gone. */
    private static void killAll(Path group) {
        Path members = group.resolve("cgroup.procs");
        if (!Files.exists(members)) {
            return;
        }
        try {
            Files.readAllLines(members)
                    .forEach(pid -> ProcessHandle.of(Long.parseLong(pid)).ifPresent(ProcessHandle::destroyForcibly));
        } catch (IOException | NumberFormatException gone) {
            log.debug("The processes of {} could not be listed", group, gone);
        }
    }

    private Path file(String id) {
        return folder.resolve(id + SUFFIX);
    }
}
