package dev.monkeywrench.run.jdbc;

import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Runs database work whole, on threads nobody interrupts.
 *
 * <p>A run is cancelled by interrupting its threads. An interrupt in the middle of a database call closes the channel
 * beneath it: the connection's socket, or, worse, the file of the embedded database. So the work goes to a thread of its
 * own and the caller waits to its end, which the time limits of pool and statement bound, and is interrupted after.
 */
final class Transactions {

    private final TransactionTemplate writing;
    private final TransactionTemplate reading;

    Transactions(PlatformTransactionManager manager) {
        writing = new TransactionTemplate(manager);
        writing.setIsolationLevel(TransactionDefinition.ISOLATION_READ_COMMITTED);
        reading = new TransactionTemplate(manager);
        reading.setReadOnly(true);
    }

    <T> T write(Supplier<T> work) {
        return undisturbed(() -> writing.execute(status -> work.get()));
    }

    void write(Runnable work) {
        undisturbed(() -> {
            writeHere(work);
            return true;
        });
    }

    /** On the caller's own thread, which nobody may interrupt. */
    void writeHere(Runnable work) {
        writing.executeWithoutResult(status -> work.run());
    }

    <T> T read(Supplier<T> work) {
        return undisturbed(() -> reading.execute(status -> work.get()));
    }

    /** On a thread that nobody interrupts, to its end. */
    <T> T undisturbed(Supplier<T> work) {
        FutureTask<T> task = new FutureTask<>(work::get);
        Thread.startVirtualThread(task);
        boolean interrupted = false;
        try {
            while (true) {
                try {
                    return task.get();
                } catch (InterruptedException e) {
                    interrupted = true;
                }
            }
        } catch (ExecutionException e) {
            throw rethrown(e.getCause());
        } finally {
            if (interrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }

    static RuntimeException rethrown(@Nullable Throwable cause) {
        if (cause instanceof Error error) {
            throw error;
        }
        return cause instanceof RuntimeException fault
                ? fault
                : new IllegalStateException("Database work throws no checked exception", cause);
    }
}
