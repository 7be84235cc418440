package dev.monkeywrench.sandbox.docker;

import com.github.dockerjava.api.DockerClient;
import dev.monkeywrench.instance.Environment;
import dev.monkeywrench.sandbox.Limits;
import dev.monkeywrench.sandbox.Owner;
import dev.monkeywrench.sandbox.SandboxUnavailable;
import dev.monkeywrench.sandbox.engine.Ear;
import dev.monkeywrench.sandbox.engine.Inside;
import dev.monkeywrench.sandbox.engine.OwnerProcess;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Phaser;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** The one maker of containers. */
final class Containers {

    static final String OWNER = "dev.monkeywrench.owner";
    static final String RUN = "dev.monkeywrench.run";
    static final String LABEL = "dev.monkeywrench.label";
    static final String DEADLINE = "dev.monkeywrench.deadline";

    private static final String HOST = "sandbox";

    /**
     * A memory disk over a folder that the image has takes that folder's mode, whatever was asked for. Those of our recipes
     * are open.
     */
    private static final String OPEN_FOLDERS = "chmod 1777 /mw /tmp; ";

    /**
     * What Docker itself writes where it gives a container a network, though an empty one, and the container's own name.
     * Recipes, which may not be written to, have a resolver that knows both.
     */
    private static final String NAMES = "printf '127.0.0.1\\tlocalhost\\n::1\\tlocalhost ip6-localhost ip6-loopback\\n"
            + "127.0.1.1\\t" + HOST + "\\n' 2>/dev/null >/etc/hosts; ";

    private static final int FAREWELL_SECONDS = 20;

    /** With doubled pauses: for about an hour. */
    private static final int REMOVAL_TRIES = 12;

    private static final Duration FIRST_PAUSE = Duration.ofSeconds(1);

    private final Daemon daemon;
    private final OwnerProcess owner;
    private final InstantSource clock;
    private final Phaser removals = new Phaser(1);
    private final CountDownLatch closing = new CountDownLatch(1);

    Containers(Daemon daemon, OwnerProcess owner, InstantSource clock) {
        this.daemon = daemon;
        this.owner = owner;
        this.clock = clock;
    }

    /** Creates, attaches and starts; what was created is removed again should a later step fail. */
    DockerCell start(DockerTemplate template, Limits limits, Owner owned, Ear stdout, Ear stderr)
            throws SandboxUnavailable, InterruptedException {
        String id = daemon.make(
                "creating a container", client -> create(client, template, limits, owned), this::removeLater);
        DockerCell cell = new DockerCell(daemon, id, stdout, stderr, this::removeLater);
        try {
            cell.attach();
            daemon.ask(
                    "starting a container",
                    client -> client.startContainerCmd(id).exec());
            if (template.form() == ContainerForm.IMAGE) {
                cell.watchDisk(limits.diskBytes());
            }
            return cell;
        } catch (SandboxUnavailable | InterruptedException | RuntimeException failure) {
            cell.remove();
            throw failure;
        }
    }

    /** Waits, for a bounded time, until every removal begun has ended, and ends the connections. */
    void close() {
        closing.countDown();
        try {
            removals.awaitAdvanceInterruptibly(removals.arriveAndDeregister(), FAREWELL_SECONDS, TimeUnit.SECONDS);
        } catch (TimeoutException late) {
            // what is left is swept at the next start, by its label
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        } finally {
            daemon.close();
        }
    }

    /**
     * Without a network altogether the kernel's new one has just {@code lo}, as with the network "none"; but Docker starts no
     * two processes of its own to furnish it, which is half of what a container costs.
     *
     * <p>The image is given by its id behind a name with a registry, for {@link ImageName}'s reason.
     */
    private String create(DockerClient client, DockerTemplate template, Limits limits, Owner owned) {
        return client.createContainerCmd("localhost/monkeywrench")
                .withImage(template.imageId())
                .withEntrypoint("/bin/sh", "-c", furnished(template) + Inside.listenFor(limits.lifetime()))
                .withCmd()
                .withUser("0:0")
                .withWorkingDir("/")
                .withHostName(HOST)
                .withNetworkDisabled(true)
                .withStdinOpen(true)
                .withStdInOnce(true)
                .withAttachStdin(true)
                .withAttachStdout(true)
                .withAttachStderr(true)
                .withTty(false)
                .withLabels(labels(limits, owned))
                .withHostConfig(template.form().lock(limits))
                .exec()
                .getId();
    }

    /**
     * Our recipes lack nothing. An image's repository that lies elsewhere is found at {@code /testbed}, too; the
     * folder's form needs no quotes.
     */
    private static String furnished(DockerTemplate template) {
        String furnished = template.form() == ContainerForm.IMAGE ? OPEN_FOLDERS + NAMES : "";
        return template.folder().equals(Environment.Image.TESTBED)
                ? furnished
                : furnished + "[ -e /testbed ] || ln -s " + template.folder() + " /testbed; ";
    }

    private Map<String, String> labels(Limits limits, Owner owned) {
        long deadline = clock.instant().plus(limits.lifetime()).getEpochSecond();
        return Map.of(
                OWNER, owner.toString(),
                RUN, owned.run(),
                LABEL, owned.label(),
                DEADLINE, Long.toString(deadline));
    }

    private void removeLater(String id) {
        removeLater(id, () -> {});
    }

    private void removeLater(DockerCell cell) {
        removeLater(cell.id(), cell::awaitEnd);
    }

    /** What is waited for first. */
    private interface Leaving {

        void await() throws InterruptedException;
    }

    private void removeLater(String id, Leaving leaving) {
        boolean counted = removals.register() >= 0;
        Thread.startVirtualThread(() -> {
            try {
                removePatiently(id, leaving);
            } finally {
                if (counted) {
                    removals.arriveAndDeregister();
                }
            }
        });
    }

    /** A daemon that is away comes back with the container still there: nobody else would remove it before the end. */
    private void removePatiently(String id, Leaving leaving) {
        try {
            leaving.await();
            Duration pause = FIRST_PAUSE;
            for (int tries = 1; !daemon.remove(id) && tries < REMOVAL_TRIES; tries++) {
                if (closing.await(pause.toMillis(), TimeUnit.MILLISECONDS)) {
                    return;
                }
                pause = pause.multipliedBy(2);
            }
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }
}
