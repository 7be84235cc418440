package dev.monkeywrench.sandbox.bubblewrap;

import dev.monkeywrench.sandbox.Limits;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Where control groups of sandboxes are made, of either version.
 *
 * @param folders by controller; all the same in version 2
 */
record ControlGroups(Version version, Map<String, Path> folders) {

    enum Version {
        ONE,
        TWO
    }

    private static final String PARENT = "monkeywrench";
    private static final List<String> CONTROLLERS = List.of("memory", "pids", "cpu", "cpuacct");
    private static final long PERIOD = 100_000;

    ControlGroups {
        folders = Map.copyOf(folders);
    }

    /** Empty where none can be made: not root, not mounted, or mounted read-only. */
    static Optional<ControlGroups> find() {
        return find(Path.of("/sys/fs/cgroup"), Path.of("/proc/self/cgroup"));
    }

    static Optional<ControlGroups> find(Path mount, Path own) {
        try {
            Optional<ControlGroups> found =
                    Files.exists(mount.resolve("cgroup.controllers")) ? second(mount) : first(mount, own);
            if (found.isPresent()) {
                found.get().make();
            }
            return found;
        } catch (IOException unwritable) {
            return Optional.empty();
        }
    }

    /** The folders of one sandbox's groups, made or not. */
    List<Path> of(String id) {
        return folders.values().stream()
                .distinct()
                .map(folder -> folder.resolve(id))
                .toList();
    }

    /** Makes a sandbox's groups with their limits. */
    ControlledGroup make(String id, Limits limits, int ours) throws IOException {
        List<Path> groups = of(id);
        for (Path group : groups) {
            Files.createDirectory(group);
        }
        for (Map.Entry<String, String> setting : settings(id, limits, ours).entrySet()) {
            Files.writeString(Path.of(setting.getKey()), setting.getValue());
        }
        return new ControlledGroup(groups, folder("cpuacct", id), folder("memory", id));
    }

    private Map<String, String> settings(String id, Limits limits, int ours) {
        Map<String, String> settings = new LinkedHashMap<>();
        String memory = Long.toString(limits.memoryBytes());
        String quota = Long.toString(Math.round(limits.cpus() * PERIOD));
        settings.put(folder("pids", id) + "/pids.max", Integer.toString(limits.processes() + ours));
        switch (version) {
            case ONE -> {
                settings.put(folder("memory", id) + "/memory.limit_in_bytes", memory);
                Path swap = folder("memory", id).resolve("memory.memsw.limit_in_bytes");
                if (Files.exists(swap)) {
                    settings.put(swap.toString(), memory);
                }
                settings.put(folder("cpu", id) + "/cpu.cfs_quota_us", quota);
            }
            case TWO -> {
                settings.put(folder("memory", id) + "/memory.max", memory);
                if (Files.exists(folder("memory", id).resolve("memory.swap.max"))) {
                    settings.put(folder("memory", id) + "/memory.swap.max", "0");
                }
                settings.put(folder("cpu", id) + "/cpu.max", quota + " " + PERIOD);
            }
        }
        return settings;
    }

    private Path folder(String controller, String id) {
        Path folder = folders.get(controller);
        if (folder == null) {
            throw new IllegalStateException("No control group of " + controller);
        }
        return folder.resolve(id);
    }

    private void make() throws IOException {
        for (Path folder : folders.values()) {
            Files.createDirectories(folder);
            if (!Files.isWritable(folder)) {
                throw new IOException(folder + " cannot be written");
            }
        }
        if (version == Version.TWO) {
            Path folder = folder("memory", "").toAbsolutePath();
            Files.writeString(folder.resolve("cgroup.subtree_control"), "+memory +pids +cpu");
        }
    }

    /** Below the service's own group where it is to be seen, so that a limit on the service holds for its sandboxes. */
    private static Optional<ControlGroups> first(Path mount, Path own) throws IOException {
        Map<String, Path> folders = new LinkedHashMap<>();
        for (String controller : CONTROLLERS) {
            Path base = mount.resolve(controller);
            if (!Files.isDirectory(base)) {
                return Optional.empty();
            }
            Path mine = base.resolve(ownGroup(own, controller));
            folders.put(controller, (Files.isDirectory(mine) ? mine : base).resolve(PARENT));
        }
        return Optional.of(new ControlGroups(Version.ONE, folders));
    }

    /** At the top: a group with processes of its own, as the service's is, may hand no controllers down. */
    private static Optional<ControlGroups> second(Path mount) throws IOException {
        Files.writeString(mount.resolve("cgroup.subtree_control"), "+memory +pids +cpu");
        Map<String, Path> folders = new LinkedHashMap<>();
        CONTROLLERS.forEach(controller -> folders.put(controller, mount.resolve(PARENT)));
        return Optional.of(new ControlGroups(Version.TWO, folders));
    }

    private static String ownGroup(Path own, String controller) throws IOException {
        try (Stream<String> lines = Files.lines(own)) {
            return lines.map(line -> line.split(":", 3))
                    .filter(parts -> parts.length == 3
                            && List.of(parts[1].split(",", -1)).contains(controller))
                    .map(parts -> parts[2].replaceFirst("^/+", ""))
                    .findFirst()
                    .orElse("");
        }
    }
}
