package dev.monkeywrench.sandbox.docker;

import com.github.dockerjava.api.async.ResultCallback;
import com.github.dockerjava.api.command.InspectContainerResponse.ContainerState;
import com.github.dockerjava.api.exception.NotFoundException;
import com.github.dockerjava.api.model.Event;
import dev.monkeywrench.sandbox.SandboxUnavailable;
import dev.monkeywrench.sandbox.engine.Cell;
import java.io.IOException;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;

/**
 * What the daemon says of a container that ended, or that let a time limit pass.
 *
 * @param state empty where the daemon knows of no such container
 * @param paused now, or at some time since it was made
 */
record ContainerHealth(Optional<ContainerState> state, boolean paused) {

    /** A container that ends by itself ends before we hear of it, but for what clocks differ. */
    private static final Duration CLOCKS_DIFFER = Duration.ofSeconds(1);

    private static final Duration HISTORY = Duration.ofSeconds(10);

    static ContainerHealth of(Daemon daemon, String id) throws SandboxUnavailable, InterruptedException {
        Optional<ContainerState> state = daemon.ask("looking at a container", client -> {
            try {
                return Optional.ofNullable(client.inspectContainerCmd(id).exec().getState());
            } catch (NotFoundException removed) {
                return Optional.empty();
            }
        });
        boolean paused = state.filter(now -> isTrue(now.getPaused())).isPresent() || wasPaused(daemon, id);
        return new ContainerHealth(state, paused);
    }

    /** A daemon that was restarted meanwhile ends the containers it finds running, after we lost the connection. */
    Cell.Ending ending(Instant heardLast) {
        if (state.isEmpty() || isTrue(state.get().getRunning())) {
            return Cell.Ending.ENGINE;
        }
        if (isTrue(state.get().getOOMKilled())) {
            return Cell.Ending.MEMORY;
        }
        boolean later = finished().isAfter(heardLast.equals(Instant.MAX) ? heardLast : heardLast.plus(CLOCKS_DIFFER));
        return later ? Cell.Ending.ENGINE : Cell.Ending.ITS_OWN_DOING;
    }

    Optional<String> standstill() {
        if (state.isEmpty()) {
            return Optional.of("its container was removed");
        }
        return paused ? Optional.of("its container was paused") : Optional.empty();
    }

    private Instant finished() {
        try {
            return Instant.parse(String.valueOf(state.orElseThrow().getFinishedAt()));
        } catch (DateTimeException unknown) {
            return Instant.MIN;
        }
    }

    /** The daemon remembers its latest events; until a time that is over it tells them and ends. */
    private static boolean wasPaused(Daemon daemon, String id) throws SandboxUnavailable, InterruptedException {
        return daemon.ask("asking what happened to a container", client -> {
            AtomicBoolean found = new AtomicBoolean();
            try (Pauses pauses = new Pauses(found)) {
                client.eventsCmd()
                        .withSince("1")
                        .withUntil(Long.toString(Instant.now().getEpochSecond()))
                        .withContainerFilter(id)
                        .withEventFilter("pause")
                        .exec(pauses)
                        .awaitCompletion(HISTORY.toSeconds(), java.util.concurrent.TimeUnit.SECONDS);
            } catch (IOException closing) {
                return found.get();
            } catch (InterruptedException stopped) {
                Thread.currentThread().interrupt();
            }
            return found.get();
        });
    }

    private static boolean isTrue(@Nullable Boolean flag) {
        return Boolean.TRUE.equals(flag);
    }

    private static final class Pauses extends ResultCallback.Adapter<Event> {

        private final AtomicBoolean found;

        Pauses(AtomicBoolean found) {
            this.found = found;
        }

        @Override
        public void onNext(Event event) {
            found.set(true);
        }
    }
}
