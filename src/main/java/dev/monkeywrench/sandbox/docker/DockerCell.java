package dev.monkeywrench.sandbox.docker;

import com.github.dockerjava.api.async.ResultCallback;
import com.github.dockerjava.api.model.Frame;
import com.github.dockerjava.api.model.StreamType;
import dev.monkeywrench.sandbox.SandboxUnavailable;
import dev.monkeywrench.sandbox.engine.Cell;
import dev.monkeywrench.sandbox.engine.ControlGroup;
import dev.monkeywrench.sandbox.engine.Ear;
import dev.monkeywrench.sandbox.engine.Reading;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;

/** A container with our shell as its main process, spoken to over one attached connection. */
final class DockerCell implements Cell {

    private static final Duration DISK_WATCH = Duration.ofSeconds(2);
    private static final Duration LEAVING = Duration.ofMillis(200);
    private static final byte[] EXIT = ":exit\n".getBytes(StandardCharsets.US_ASCII);

    private final Daemon daemon;
    private final String id;
    private final Ear stdout;
    private final Ear stderr;
    private final Consumer<DockerCell> remover;
    private final Feed feed = new Feed();
    private final CountDownLatch over = new CountDownLatch(1);
    private final AtomicBoolean killed = new AtomicBoolean();
    private final AtomicBoolean removed = new AtomicBoolean();
    private volatile boolean diskFull;
    private volatile Instant heardLast = Instant.MAX;
    private volatile Optional<ControlGroup> group = Optional.empty();

    DockerCell(Daemon daemon, String id, Ear stdout, Ear stderr, Consumer<DockerCell> remover) {
        this.daemon = daemon;
        this.id = id;
        this.stdout = stdout;
        this.stderr = stderr;
        this.remover = remover;
    }

    String id() {
        return id;
    }

    void attach() throws SandboxUnavailable, InterruptedException {
        Listener listener = daemon.ask(
                "attaching to a container",
                client -> client.attachContainerCmd(id)
                        .withStdIn(feed.input())
                        .withStdOut(true)
                        .withStdErr(true)
                        .withFollowStream(true)
                        .exec(new Listener()));
        if (!listener.awaitStarted(daemon.answer().toMillis(), TimeUnit.MILLISECONDS)) {
            throw new SandboxUnavailable("Docker: attaching to a container took longer than " + daemon.answer(), true);
        }
    }

    /** Kills the container once what it wrote to its own layer is more than this. */
    void watchDisk(long limit) {
        Thread.ofVirtual().name("disk-of-" + id).start(() -> {
            try {
                while (!over.await(DISK_WATCH.toMillis(), TimeUnit.MILLISECONDS)) {
                    if (written() > limit) {
                        diskFull = true;
                        daemon.kill(id);
                        return;
                    }
                }
            } catch (InterruptedException stopped) {
                Thread.currentThread().interrupt();
            }
        });
    }

    @Override
    public OutputStream input() {
        return feed.output();
    }

    /** The host's view, where the daemon runs on this machine; it is there as long as the container runs. */
    @Override
    public Optional<Reading> reading() {
        if (group.isEmpty()) {
            group = visibleGroup();
        }
        return group.flatMap(ControlGroup::reading);
    }

    @Override
    public void kill() {
        if (killed.compareAndSet(false, true)) {
            feed.close();
            daemon.kill(id);
        }
    }

    @Override
    public Ending ending() {
        if (diskFull) {
            return Ending.DISK;
        }
        try {
            return ContainerHealth.of(daemon, id).ending(heardLast);
        } catch (SandboxUnavailable gone) {
            return Ending.ENGINE;
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            return Ending.ENGINE;
        }
    }

    @Override
    public Optional<String> standstill() {
        try {
            return ContainerHealth.of(daemon, id).standstill();
        } catch (SandboxUnavailable gone) {
            return Optional.of(gone.getMessage());
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            return Optional.empty();
        }
    }

    /** By its shell, where that listens: to kill it the engine would start a process of its own. */
    @Override
    public void remove() {
        if (removed.compareAndSet(false, true)) {
            feed.closeWith(EXIT);
            remover.accept(this);
        }
    }

    /** Waits a moment for the container's end, which is no matter of course. */
    void awaitEnd() throws InterruptedException {
        over.await(LEAVING.toMillis(), TimeUnit.MILLISECONDS);
        over.countDown();
    }

    private long written() throws InterruptedException {
        try {
            Long size = daemon.ask(
                    "measuring a container",
                    client ->
                            client.inspectContainerCmd(id).withSize(true).exec().getSizeRw());
            return size == null ? 0 : size;
        } catch (SandboxUnavailable unknown) {
            return 0;
        }
    }

    private Optional<ControlGroup> visibleGroup() {
        Path root = Path.of("/sys/fs/cgroup");
        List<ControlGroup> places = List.of(
                new ControlGroup(root.resolve("cpuacct/docker/" + id), root.resolve("memory/docker/" + id)),
                one(root.resolve("docker/" + id)),
                one(root.resolve("system.slice/docker-" + id + ".scope")));
        return places.stream().filter(place -> Files.isDirectory(place.cpu())).findFirst();
    }

    private static ControlGroup one(Path folder) {
        return new ControlGroup(folder, folder);
    }

    /** Runs on docker-java's thread of this connection; a slow ear slows the container, which is right. */
    private final class Listener extends ResultCallback.Adapter<Frame> {

        @Override
        public void onNext(Frame frame) {
            byte[] bytes = frame.getPayload();
            Ear ear = frame.getStreamType() == StreamType.STDERR ? stderr : stdout;
            ear.hear(bytes, 0, bytes.length);
        }

        @Override
        public void onError(Throwable failure) {
            super.onError(failure);
            end();
        }

        @Override
        public void onComplete() {
            super.onComplete();
            end();
        }

        private void end() {
            heardLast = Instant.now();
            over.countDown();
            feed.close();
            stdout.end();
            stderr.end();
        }
    }
}
