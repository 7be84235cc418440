package dev.monkeywrench.verification;

import dev.monkeywrench.sandbox.SandboxUnavailable;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.jspecify.annotations.Nullable;

/**
 * Does several things at a time and ends only when all have ended. Interruption ends them all, and so does a fault,
 * once its turn has come.
 */
final class Together {

    private Together() {}

    /** What came of each, in their order. */
    static <T> List<T> run(List<Callable<T>> all) throws SandboxUnavailable, InterruptedException {
        List<T> results = new ArrayList<>();
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            try {
                for (Future<T> future : all.stream().map(threads::submit).toList()) {
                    results.add(future.get());
                }
            } catch (ExecutionException | InterruptedException over) {
                threads.shutdownNow();
                throw over;
            }
        } catch (ExecutionException fault) {
            throw unpacked(fault.getCause());
        }
        return results;
    }

    private static RuntimeException unpacked(@Nullable Throwable cause)
            throws SandboxUnavailable, InterruptedException {
        if (cause instanceof SandboxUnavailable unavailable) {
            throw unavailable;
        }
        if (cause instanceof InterruptedException stopped) {
            throw stopped;
        }
        return cause instanceof RuntimeException ours ? ours : new IllegalStateException("A task broke", cause);
    }
}
