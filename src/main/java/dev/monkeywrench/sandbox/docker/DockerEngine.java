package dev.monkeywrench.sandbox.docker;

import com.github.dockerjava.api.DockerClient;
import dev.monkeywrench.sandbox.SandboxEngine;
import dev.monkeywrench.sandbox.SandboxUnavailable;
import dev.monkeywrench.sandbox.engine.Calls;
import dev.monkeywrench.sandbox.engine.OwnerProcess;
import dev.monkeywrench.sandbox.engine.TreeArchives;
import java.io.IOException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeoutException;

/** Opens sandboxes that are containers. */
public final class DockerEngine {

    private DockerEngine() {}

    /**
     * Finds the daemon, sees that it answers, and removes what services that are gone left there. Fails within the
     * patience, never hangs.
     */
    public static SandboxEngine open(DockerTerms terms, Duration patience, InstantSource clock)
            throws SandboxUnavailable, InterruptedException {
        return open(terms, patience, clock, OwnerProcess.current());
    }

    static DockerSandboxes open(DockerTerms terms, Duration patience, InstantSource clock, OwnerProcess owner)
            throws SandboxUnavailable, InterruptedException {
        DockerClient client = connect(terms, patience);
        Daemon daemon = new Daemon(client, terms.answer());
        new DockerOrphans(daemon, clock).sweep();
        try {
            TreeArchives trees = TreeArchives.below(terms.scratch(), owner, terms.disk());
            PulledImages pulled = PulledImages.in(terms.scratch().resolve("pulled"), daemon, terms.disk(), clock);
            return new DockerSandboxes(daemon, new DockerImages(daemon, terms.pull(), pulled), trees, owner, clock);
        } catch (IOException unwritable) {
            throw new SandboxUnavailable(
                    "The folder " + terms.scratch() + " cannot be written: set monkeywrench.home to one that can",
                    false,
                    unwritable);
        }
    }

    private static DockerClient connect(DockerTerms terms, Duration patience)
            throws SandboxUnavailable, InterruptedException {
        try {
            return Calls.within(patience, () -> DockerDiscovery.connect(terms.host()));
        } catch (TimeoutException late) {
            throw new SandboxUnavailable(
                    "No Docker daemon answered within " + patience.toMillis() + " ms: see that it is not hung",
                    true,
                    late);
        } catch (ExecutionException failed) {
            throw new SandboxUnavailable(
                    "No Docker daemon answers (" + Calls.causeOf(failed).getMessage()
                            + "): start it, or set monkeywrench.sandbox.docker-host",
                    true,
                    Calls.causeOf(failed));
        }
    }
}
