package dev.monkeywrench.cli;

import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import tools.jackson.databind.node.ObjectNode;

/** Submits runs and waits for their end; what has not ended when this closes is cancelled. Thread-safe. */
final class RunWatch implements AutoCloseable {

    private static final Duration SHORTEST = Duration.ofMillis(150);
    private static final Duration LONGEST = Duration.ofSeconds(1);

    private final ServiceClient client;
    private final Duration longest;
    private final Set<String> open = ConcurrentHashMap.newKeySet();

    RunWatch(ServiceClient client) {
        this(client, LONGEST);
    }

    /** Looks at least so often. */
    RunWatch(ServiceClient client, Duration longest) {
        this.client = client;
        this.longest = longest;
    }

    /** Submits a run and follows it to its end. */
    RunView follow(ObjectNode request, Consumer<RunView> listener) throws InterruptedException {
        String id = client.submit(request);
        open.add(id);
        Duration pause = SHORTEST.compareTo(longest) < 0 ? SHORTEST : longest;
        while (true) {
            RunView run = new RunView(client.run(id));
            listener.accept(run);
            if (run.ended()) {
                open.remove(id);
                return run;
            }
            Thread.sleep(pause);
            pause = pause.multipliedBy(5).dividedBy(4);
            pause = pause.compareTo(longest) < 0 ? pause : longest;
        }
    }

    @Override
    public void close() {
        try {
            for (String id : open) {
                cancel(id);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void cancel(String id) throws InterruptedException {
        try {
            client.cancel(id);
        } catch (ServiceFault gone) {
            return; // a service that is gone runs nothing any more
        }
    }
}
