package dev.monkeywrench.sandbox.docker;

import com.github.dockerjava.api.DockerClient;
import com.github.dockerjava.api.command.PullImageResultCallback;
import com.github.dockerjava.api.exception.NotFoundException;
import dev.monkeywrench.instance.Environment;
import dev.monkeywrench.sandbox.SandboxUnavailable;
import dev.monkeywrench.sandbox.engine.Calls;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.locks.ReentrantLock;

/** Finds images: local ones first, and only what is not ours is ever pulled. */
final class DockerImages {

    private final Daemon daemon;
    private final Duration pull;
    private final PulledImages pulled;
    private final Map<String, ReentrantLock> pulling = new ConcurrentHashMap<>();

    DockerImages(Daemon daemon, Duration pull, PulledImages pulled) {
        this.daemon = daemon;
        this.pull = pull;
        this.pulled = pulled;
    }

    /** The id of a recipe's image, which only {@code ./mw} builds. */
    String of(Environment.Recipe recipe) throws SandboxUnavailable, InterruptedException {
        String reference = "monkeywrench/" + recipe.name() + ":latest";
        Optional<String> found = local(reference);
        if (found.isEmpty()) {
            throw new SandboxUnavailable(
                    "The recipe '" + recipe.name() + "' is not built: there is no image " + reference
                            + ". Build it with: sandbox/build " + recipe.name(),
                    false);
        }
        return found.get();
    }

    /** The id of any image, pulled when it is not local. */
    String of(Environment.Image image) throws SandboxUnavailable, InterruptedException {
        String reference = image.reference();
        ReentrantLock one = pulling.computeIfAbsent(reference, key -> new ReentrantLock());
        one.lockInterruptibly();
        try {
            Optional<String> found = local(reference);
            if (found.isPresent()) {
                pulled.use(reference);
                return found.get();
            }
            pulled.makeRoom(reference);
            pull(reference);
            String id = local(reference).orElseThrow(() -> missing(reference, new NotFoundException("it vanished")));
            pulled.add(reference, id);
            return id;
        } finally {
            one.unlock();
        }
    }

    /** Notes that an image is being used. */
    void use(String reference) {
        pulled.use(reference);
    }

    void close() {
        pulled.close();
    }

    private Optional<String> local(String reference) throws SandboxUnavailable, InterruptedException {
        return daemon.ask("looking for image " + reference, client -> idOf(client, reference));
    }

    private static Optional<String> idOf(DockerClient client, String reference) {
        try {
            return Optional.ofNullable(client.inspectImageCmd(reference).exec().getId());
        } catch (NotFoundException missing) {
            return Optional.empty();
        }
    }

    private void pull(String reference) throws SandboxUnavailable, InterruptedException {
        if (reference.startsWith("monkeywrench/")) {
            throw missing(reference, new NotFoundException("images of this project are built, never pulled"));
        }
        try {
            Calls.within(
                    pull,
                    () -> daemon.client()
                            .pullImageCmd(ImageName.full(reference))
                            .exec(new PullImageResultCallback())
                            .awaitCompletion());
        } catch (ExecutionException failed) {
            throw missing(reference, Calls.causeOf(failed));
        } catch (TimeoutException failed) {
            throw missing(reference, new IllegalStateException("not within " + pull.toSeconds() + " s", failed));
        }
    }

    private static SandboxUnavailable missing(String reference, Throwable cause) {
        return new SandboxUnavailable(
                "The image " + reference + " is neither local nor could it be pulled (" + cause.getMessage()
                        + "). Run: docker pull " + reference + ", or: docker load",
                false,
                cause);
    }
}
