package dev.monkeywrench.sandbox.bubblewrap;

import dev.monkeywrench.sandbox.Limits;
import dev.monkeywrench.sandbox.SandboxUnavailable;
import dev.monkeywrench.sandbox.engine.Calls;
import dev.monkeywrench.sandbox.engine.Inside;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/**
 * Starts cells. All from one thread that lives as long as the engine: a cell asks the kernel to be killed when the
 * thread that started it ends, so that it outlives neither a killed service nor, by accident, an idle pool thread.
 */
final class Launcher implements AutoCloseable {

    private static final Duration STARTING = Duration.ofSeconds(30);

    private final Lockup lockup;
    private final Optional<ControlGroups> groups;
    private final Registry registry;
    private final ExecutorService thread = Executors.newSingleThreadExecutor(
            Thread.ofPlatform().daemon().name("bubblewrap-launcher").factory());

    Launcher(Lockup lockup, Optional<ControlGroups> groups, Registry registry) {
        this.lockup = lockup;
        this.groups = groups;
        this.registry = registry;
    }

    Inside inside() {
        return lockup.inside();
    }

    BubblewrapCell launch(RootFileSystem root, Limits limits) throws SandboxUnavailable, InterruptedException {
        String id = UUID.randomUUID().toString();
        List<Path> folders = groups.map(places -> places.of(id)).orElse(List.of());
        boolean launched = false;
        try {
            registry.enter(id, folders);
            Optional<ControlledGroup> group = groups.isPresent()
                    ? Optional.of(groups.get().make(id, limits, Lockup.OUR_PROCESSES))
                    : Optional.empty();
            List<String> doors = group.map(ControlledGroup::doors).orElse(List.of());
            Process process = start(lockup.command(root, limits, doors));
            BubblewrapCell cell = new BubblewrapCell(process, group, () -> erase(id, folders));
            if (group.isEmpty()) {
                cell.watch(limits);
            }
            launched = true;
            return cell;
        } catch (IOException failed) {
            throw new SandboxUnavailable("A sandbox could not be started: " + failed.getMessage(), true, failed);
        } finally {
            if (!launched) {
                erase(id, folders);
            }
        }
    }

    @Override
    public void close() {
        thread.shutdownNow();
    }

    private Process start(List<String> command) throws SandboxUnavailable, InterruptedException {
        ProcessBuilder builder = new ProcessBuilder(command);
        builder.environment().clear();
        builder.environment().put("PATH", "/usr/local/bin:/usr/bin:/bin");
        return Calls.askOrUndo(
                "Starting bubblewrap",
                STARTING,
                () -> thread.submit(builder::start).get(),
                Process::destroyForcibly);
    }

    private void erase(String id, List<Path> folders) {
        ControlledGroup.remove(folders);
        registry.strike(id);
    }
}
