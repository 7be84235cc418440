package dev.monkeywrench.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** Does the same for many, some at a time; ends only when all have ended, and at the first fault stops the others. */
final class Fleet {

    private Fleet() {}

    /** What is done for one. */
    interface Errand<T> {

        void run(T one) throws InterruptedException;
    }

    static <T> void run(List<T> all, int parallel, Errand<T> errand) throws InterruptedException {
        try (ExecutorService threads =
                Executors.newFixedThreadPool(parallel, Thread.ofVirtual().factory())) {
            List<Future<?>> futures = new ArrayList<>();
            for (T one : all) {
                futures.add(threads.submit(() -> {
                    errand.run(one);
                    return one;
                }));
            }
            await(futures, threads);
        }
    }

    private static void await(List<Future<?>> futures, ExecutorService threads) throws InterruptedException {
        try {
            for (Future<?> future : futures) {
                future.get();
            }
        } catch (ExecutionException e) {
            threads.shutdownNow();
            throw new IllegalStateException("One of the runs ended in a fault of this program", e);
        } catch (InterruptedException e) {
            threads.shutdownNow();
            throw e;
        }
    }
}
