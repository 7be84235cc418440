package dev.monkeywrench.sandbox.docker;

import com.github.dockerjava.api.DockerClient;
import com.github.dockerjava.api.exception.ConflictException;
import com.github.dockerjava.api.exception.NotFoundException;
import com.github.dockerjava.api.exception.NotModifiedException;
import dev.monkeywrench.sandbox.SandboxUnavailable;
import dev.monkeywrench.sandbox.engine.Calls;
import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A daemon whose every answer is awaited for a bounded time. */
record Daemon(DockerClient client, Duration answer) {

    private static final Logger log = LoggerFactory.getLogger(Daemon.class);

    <T> T ask(String what, Function<DockerClient, T> call) throws SandboxUnavailable, InterruptedException {
        return Calls.ask("Docker: " + what, answer, () -> call.apply(client));
    }

    /** Makes something that is undone again when its maker cannot wait for it. */
    <T> T make(String what, Function<DockerClient, T> call, Consumer<T> undo)
            throws SandboxUnavailable, InterruptedException {
        return Calls.askOrUndo("Docker: " + what, answer, () -> call.apply(client), undo);
    }

    /** Ends the connections. */
    void close() {
        try {
            client.close();
        } catch (IOException broken) {
            log.debug("Docker: closing the connections failed", broken);
        }
    }

    /** Kills a container; what is gone already is fine. */
    void kill(String container) {
        quietly("killing " + container, () -> client.killContainerCmd(container).exec());
    }

    /** Removes a container, running or not, with its volumes; true when it is gone, by whomever. */
    boolean remove(String container) {
        return quietly(
                "removing " + container,
                () -> client.removeContainerCmd(container)
                        .withForce(true)
                        .withRemoveVolumes(true)
                        .exec());
    }

    /**
     * Ends its work although the caller is interrupted: a container left running would be worse than a late answer.
     *
     * @return whether it is done
     */
    private boolean quietly(String what, Runnable call) {
        boolean interrupted = Thread.interrupted();
        try {
            Calls.within(answer, () -> {
                call.run();
                return what;
            });
            return true;
        } catch (ExecutionException failed) {
            if (isGone(Calls.causeOf(failed))) {
                return true;
            }
            log.warn("Docker: {} failed: {}", what, String.valueOf(Calls.causeOf(failed)));
            return false;
        } catch (TimeoutException late) {
            log.warn("Docker: {} took longer than {}", what, answer);
            return false;
        } catch (InterruptedException again) {
            interrupted = true;
            return false;
        } finally {
            if (interrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }

    /** Not there, not running, or just being removed by somebody else. */
    private static boolean isGone(Throwable cause) {
        return cause instanceof NotFoundException
                || cause instanceof ConflictException
                || cause instanceof NotModifiedException;
    }
}
