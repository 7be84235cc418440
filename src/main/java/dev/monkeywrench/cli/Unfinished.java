package dev.monkeywrench.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.util.FileSystemUtils;

/**
 * The place of an evaluation that a command carries out by a service of its own: what is there outlives the command, however it
 * ends, until the evaluation has ended. One command has it at a time.
 */
final class Unfinished implements AutoCloseable {

    private static final String LOCK = ".lock";

    /** Nobody comes back for what is older. */
    private static final Duration KEPT = Duration.ofDays(14);

    private static final Duration PAUSE = Duration.ofMillis(200);

    /** A service that lost its command ends its work first. */
    private static final Duration DYING = Duration.ofSeconds(40);

    private final Path folder;
    private final FileChannel lock;
    private boolean ended;

    private Unfinished(Path folder, FileChannel lock) {
        this.folder = folder;
        this.lock = lock;
    }

    /**
     * Takes the place of an evaluation; empty while another command has it.
     *
     * @param digest of what is asked for, in hexadecimal digits
     * @param over whether what is there is forgotten first
     */
    static Optional<Unfinished> take(Path home, String digest, boolean over, InstantSource clock)
            throws InterruptedException {
        Path all = home.resolve("unfinished");
        Path folder = all.resolve(digest);
        try {
            Files.createDirectories(all);
            FileChannel channel =
                    FileChannel.open(all.resolve(digest + LOCK), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
            boolean taken = false;
            try {
                taken = isFree(channel) && prepare(all, folder, channel, over, clock);
            } finally {
                if (!taken) {
                    channel.close();
                }
            }
            return taken ? Optional.of(new Unfinished(folder, channel)) : Optional.empty();
        } catch (IOException e) {
            throw new UncheckedIOException(
                    "The evaluation cannot be kept in " + folder + "; is that folder writable?", e);
        }
    }

    private static boolean prepare(Path all, Path folder, FileChannel lock, boolean over, InstantSource clock)
            throws IOException, InterruptedException {
        lock.truncate(0).write(ByteBuffer.wrap(new byte[] {'\n'})); // it is in use from today on
        forgetOld(all, clock.instant().minus(KEPT));
        if (over) {
            FileSystemUtils.deleteRecursively(folder);
        }
        Files.createDirectories(folder);
        awaitFree(folder.resolve("evaluation.mv.db"));
        return true;
    }

    /** For the service. */
    String database() {
        return "--spring.datasource.url=jdbc:h2:async:" + folder.resolve("evaluation")
                + ";MODE=PostgreSQL;WRITE_DELAY=0;CACHE_SIZE=65536;DB_CLOSE_ON_EXIT=FALSE";
    }

    /** The evaluation has ended, and nobody has to go on with it. */
    void end() {
        ended = true;
    }

    @Override
    public void close() {
        try (lock) {
            if (ended) {
                FileSystemUtils.deleteRecursively(folder);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("What was kept in " + folder + " cannot be deleted; is it writable?", e);
        }
    }

    /** The lock is kept as long as the channel is open, and goes with the process. */
    private static boolean isFree(FileChannel channel) throws IOException {
        try {
            FileLock held = channel.tryLock();
            return held != null;
        } catch (OverlappingFileLockException ours) {
            return false;
        }
    }

    private static void awaitFree(Path database) throws IOException, InterruptedException {
        long late = System.nanoTime() + DYING.toNanos();
        while (Files.exists(database)) {
            try (FileChannel channel = FileChannel.open(database, StandardOpenOption.WRITE)) {
                if (isFree(channel)) {
                    return;
                }
            }
            if (System.nanoTime() > late) {
                throw new IOException("another process has it open");
            }
            Thread.sleep(PAUSE);
        }
    }

    /** Never what a command has. */
    private static void forgetOld(Path all, Instant limit) throws IOException {
        try (Stream<Path> found = Files.list(all)) {
            for (Path path :
                    found.filter(each -> each.toString().endsWith(LOCK)).toList()) {
                if (Files.getLastModifiedTime(path).toInstant().isBefore(limit)) {
                    forget(path);
                }
            }
        }
    }

    private static void forget(Path lock) throws IOException {
        try (FileChannel channel = FileChannel.open(lock, StandardOpenOption.WRITE)) {
            if (isFree(channel)) {
                String name = String.valueOf(lock.getFileName());
                FileSystemUtils.deleteRecursively(
                        lock.resolveSibling(name.substring(0, name.length() - LOCK.length())));
                Files.deleteIfExists(lock);
            }
        }
    }
}
