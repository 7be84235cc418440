package dev.monkeywrench.sandbox.engine;

import dev.monkeywrench.sandbox.Limits;
import dev.monkeywrench.sandbox.Sandbox;
import dev.monkeywrench.sandbox.SandboxUnavailable;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/** The open sandboxes of one engine: each is killed when its lifetime is over, and all when the engine closes. */
public final class CellSandboxes implements AutoCloseable {

    private static final Duration FAREWELL = Duration.ofSeconds(20);

    private final Set<CellSandbox> open = ConcurrentHashMap.newKeySet();
    private final ScheduledThreadPoolExecutor reaper = new ScheduledThreadPoolExecutor(
            1, Thread.ofPlatform().daemon().name("sandbox-lifetimes").factory());

    public CellSandboxes() {
        reaper.setRemoveOnCancelPolicy(true);
    }

    /** A sandbox over a cell; takes the cell over, and removes it should the tree not go in. */
    public Sandbox open(Cell cell, Ear stdout, Ear stderr, Inside inside, Limits limits, Optional<TreeArchive> tree)
            throws SandboxUnavailable, InterruptedException {
        CellSandbox sandbox = new CellSandbox(cell, new Talk(cell, stdout, stderr, limits), inside);
        try {
            admit(sandbox, limits);
            if (tree.isPresent()) {
                sandbox.unpack(tree.get());
            }
            return sandbox;
        } catch (SandboxUnavailable | InterruptedException | RuntimeException failure) {
            sandbox.close();
            throw failure;
        }
    }

    private void admit(CellSandbox sandbox, Limits limits) throws SandboxUnavailable {
        try {
            Future<?> end = reaper.schedule(
                    () -> Thread.startVirtualThread(sandbox::expire),
                    limits.lifetime().toMillis(),
                    TimeUnit.MILLISECONDS);
            open.add(sandbox);
            sandbox.whenClosed(() -> {
                end.cancel(false);
                open.remove(sandbox);
            });
        } catch (RejectedExecutionException stopping) {
            throw new SandboxUnavailable("No sandbox is opened while the service stops", true, stopping);
        }
    }

    /** Closes every sandbox still open. */
    @Override
    public void close() {
        reaper.shutdownNow();
        try (var each = Executors.newVirtualThreadPerTaskExecutor()) {
            open.forEach(sandbox -> each.execute(sandbox::close));
            each.shutdown();
            if (!each.awaitTermination(FAREWELL.toSeconds(), TimeUnit.SECONDS)) {
                each.shutdownNow();
            }
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }
}
