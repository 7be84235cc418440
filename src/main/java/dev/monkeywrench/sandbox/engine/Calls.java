package dev.monkeywrench.sandbox.engine;

import dev.monkeywrench.sandbox.SandboxUnavailable;
import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;

/** Calls to something outside that may hang: each runs on a thread of its own and is given up in time. */
public final class Calls {

    private Calls() {}

    /** The call's result, or its own exception wrapped; {@link TimeoutException} when it took too long. */
    public static <T> T within(Duration limit, Callable<T> call)
            throws ExecutionException, TimeoutException, InterruptedException {
        FutureTask<T> task = new FutureTask<>(call);
        Thread thread = Thread.startVirtualThread(task);
        try {
            return task.get(limit.toNanos(), TimeUnit.NANOSECONDS);
        } finally {
            if (!task.isDone()) {
                thread.interrupt();
            }
        }
    }

    /** The same for a call that makes something: when it is given up it goes on, and what it makes is undone. */
    public static <T> T askOrUndo(String what, Duration limit, Callable<T> call, Consumer<T> undo)
            throws SandboxUnavailable, InterruptedException {
        CompletableFuture<T> made = new CompletableFuture<>();
        Thread.startVirtualThread(() -> complete(made, call));
        try {
            return ask(what, limit, made::get);
        } catch (SandboxUnavailable | InterruptedException givenUp) {
            made.thenAccept(undo).exceptionally(neverMade -> null);
            throw givenUp;
        }
    }

    /** What really went wrong in a call. */
    public static Throwable causeOf(ExecutionException failed) {
        Throwable cause = failed.getCause();
        if (cause instanceof ExecutionException nested) {
            return causeOf(nested);
        }
        return cause == null ? failed : cause;
    }

    /** The same for an engine that must answer: everything that goes wrong is its unavailability. */
    public static <T> T ask(String what, Duration limit, Callable<T> call)
            throws SandboxUnavailable, InterruptedException {
        try {
            return within(limit, call);
        } catch (TimeoutException late) {
            throw new SandboxUnavailable(
                    what + " took longer than " + limit.toSeconds()
                            + " s: see that the engine is not overloaded or hung",
                    true,
                    late);
        } catch (ExecutionException failed) {
            if (causeOf(failed) instanceof SandboxUnavailable known) {
                throw known;
            }
            throw new SandboxUnavailable(what + " failed: " + causeOf(failed).getMessage(), true, causeOf(failed));
        }
    }

    private static <T> void complete(CompletableFuture<T> made, Callable<T> call) {
        try {
            made.complete(call.call());
        } catch (Exception failed) {
            made.completeExceptionally(failed);
        }
    }
}
