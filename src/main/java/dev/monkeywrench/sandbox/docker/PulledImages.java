package dev.monkeywrench.sandbox.docker;

import com.github.dockerjava.api.DockerClient;
import com.github.dockerjava.api.exception.ConflictException;
import com.github.dockerjava.api.exception.NotFoundException;
import dev.monkeywrench.disk.DiskBudget;
import dev.monkeywrench.disk.DiskFull;
import dev.monkeywrench.disk.Holding;
import dev.monkeywrench.disk.Holdings;
import dev.monkeywrench.sandbox.SandboxUnavailable;
import dev.monkeywrench.sandbox.engine.TreeArchives;
import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The images that we pulled, each written down in a file of its own whose time is that of its last use. What was there
 * before us, or has changed since, is not ours to remove. Thread-safe.
 */
final class PulledImages implements Holdings, AutoCloseable {

    private static final Logger log = LoggerFactory.getLogger(PulledImages.class);

    /** Another service's run may let an image rest while its model thinks; ours hold theirs in the budget. */
    private static final Duration RESTING = Duration.ofMinutes(5);

    private static final int LINES = 3;

    private final Path folder;
    private final Daemon daemon;
    private final DiskBudget disk;
    private final InstantSource clock;
    private final DiskBudget.Registration registration;

    private PulledImages(Path folder, Daemon daemon, DiskBudget disk, InstantSource clock) {
        this.folder = folder;
        this.daemon = daemon;
        this.disk = disk;
        this.clock = clock;
        this.registration = disk.register(this);
    }

    static PulledImages in(Path folder, Daemon daemon, DiskBudget disk, InstantSource clock) throws IOException {
        return new PulledImages(Files.createDirectories(folder), daemon, disk, clock);
    }

    /** What is written down of one image. */
    private record Pulled(String reference, String id, long bytes) {

        static Optional<Pulled> read(Path file) throws IOException {
            List<String> lines = Files.readAllLines(file);
            return lines.size() < LINES
                    ? Optional.empty()
                    : Optional.of(new Pulled(lines.get(0), lines.get(1), Long.parseLong(lines.get(2))));
        }
    }

    void makeRoom(String reference) throws SandboxUnavailable, InterruptedException {
        try {
            disk.makeRoom("the image " + reference);
        } catch (DiskFull full) {
            throw new SandboxUnavailable(full.getMessage(), true, full);
        }
    }

    /** Writes an image down that was just pulled, and makes room for it among the others. */
    void add(String reference, String id) throws SandboxUnavailable, InterruptedException {
        long size = daemon.ask("measuring image " + reference, client -> sizeOf(client, id));
        try {
            Files.write(file(reference), List.of(reference, id, Long.toString(size)));
        } catch (IOException unwritable) {
            log.warn("That {} was pulled cannot be written down; it will not be evicted", reference, unwritable);
        }
        disk.trim();
    }

    private static long sizeOf(DockerClient client, String id) {
        Long size = client.inspectImageCmd(id).exec().getSize();
        return size == null ? 0 : size;
    }

    void use(String reference) {
        try {
            Files.setLastModifiedTime(file(reference), FileTime.from(clock.instant()));
        } catch (IOException notOurs) {
            log.trace("The image {} was not pulled by us", reference);
        }
    }

    @Override
    public String kind() {
        return "images";
    }

    @Override
    public List<Holding> list() throws IOException {
        List<Holding> found = new ArrayList<>();
        try (DirectoryStream<Path> files = Files.newDirectoryStream(folder, "*.image")) {
            for (Path file : files) {
                Optional<Pulled> pulled = Pulled.read(file);
                if (pulled.isPresent()) {
                    found.add(new Holding(
                            pulled.get().reference(),
                            pulled.get().bytes(),
                            Files.getLastModifiedTime(file).toInstant()));
                }
            }
        }
        return found;
    }

    /** The daemon itself refuses to remove what a container is made of. */
    @Override
    public boolean evict(Holding holding) throws IOException, InterruptedException {
        Path file = file(holding.name());
        Optional<Pulled> pulled = Files.exists(file) ? Pulled.read(file) : Optional.empty();
        if (pulled.isEmpty() || holding.lastUse().isAfter(clock.instant().minus(RESTING))) {
            return false;
        }
        try {
            boolean gone =
                    daemon.ask("removing image " + pulled.get().reference(), client -> remove(client, pulled.get()));
            if (gone) {
                Files.deleteIfExists(file);
            }
            return gone;
        } catch (SandboxUnavailable away) {
            return false;
        }
    }

    /** By its name while that is still its own; without any name by its id; under another's name it stays. */
    private static boolean remove(DockerClient client, Pulled pulled) {
        try {
            List<String> names = client.inspectImageCmd(pulled.id()).exec().getRepoTags();
            if (names == null || names.isEmpty()) {
                client.removeImageCmd(pulled.id()).exec();
            } else if (isNamed(client, pulled)) {
                client.removeImageCmd(pulled.reference()).exec();
            }
            return true;
        } catch (NotFoundException already) {
            return true;
        } catch (ConflictException used) {
            return false;
        }
    }

    private static boolean isNamed(DockerClient client, Pulled pulled) {
        return pulled.id()
                .equals(client.inspectImageCmd(pulled.reference()).exec().getId());
    }

    @Override
    public void close() {
        registration.close();
    }

    private Path file(String reference) {
        return folder.resolve(TreeArchives.digest(reference) + ".image");
    }
}
