package dev.monkeywrench.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.util.FileSystemUtils;

/**
 * The place of an evaluation that a command carries out by a service of its own: what is there outlives the command, however it
 * ends, until the evaluation has ended. One command has it at a time.
 *
 * <p>It is a folder that says which evaluation it is, once that is known, and beside it a file that is locked by who has it. That
 * one is never opened twice by one process: closing it once would give the lock back.
 */
final class Unfinished implements AutoCloseable {

    private static final String LOCK = ".lock";
    private static final String DIGEST = "digest";

    /** Nobody comes back for what is older. */
    private static final Duration KEPT = Duration.ofDays(14);

    /** Who makes a place locks it sooner. */
    private static final Duration TAKEN_BY_THEN = Duration.ofMinutes(1);

    private static final Duration PAUSE = Duration.ofMillis(200);

    /** A service that lost its command ends its work first. */
    private static final Duration DYING = Duration.ofSeconds(40);

    private final Path lock;
    private final FileChannel channel;
    private boolean wanted;

    private Unfinished(Path lock, FileChannel channel, boolean wanted) {
        this.lock = lock;
        this.channel = channel;
        this.wanted = wanted;
    }

    /**
     * What earlier commands left of one evaluation.
     *
     * @param free newest first, each of them taken now
     * @param inUse whether another command carries it out
     */
    record Left(List<Unfinished> free, boolean inUse) {

        Left {
            free = List.copyOf(free);
        }
    }

    /** A place of which nothing is left unless it is said what it holds. */
    static Unfinished fresh(Path home, InstantSource clock) {
        Path all = home.resolve("unfinished");
        try {
            Files.createDirectories(all);
            forgetOld(all, clock.instant());
            Path lock = Files.createTempFile(all, "", LOCK);
            Unfinished place = lock(lock).orElseThrow(() -> new IOException(lock + " is locked by another"));
            Files.createDirectory(place.folder());
            return place;
        } catch (IOException e) {
            throw unwritable(all, e);
        }
    }

    /**
     * Takes what is left of an evaluation and not in use.
     *
     * @param digest of what is asked for, in hexadecimal digits
     */
    static Left left(Path home, String digest) throws InterruptedException {
        List<Unfinished> free = new ArrayList<>();
        boolean inUse = false;
        Path all = home.resolve("unfinished");
        try {
            for (Path lock : locks(all)) {
                if (held(lock).equals(digest)) {
                    Optional<Unfinished> place = lock(lock);
                    place.ifPresent(free::add);
                    inUse |= place.isEmpty() && Files.exists(lock);
                }
            }
            for (Unfinished place : free) {
                place.wanted = true;
                place.awaitFree();
            }
            return new Left(free, inUse);
        } catch (IOException e) {
            throw unwritable(all, e);
        }
    }

    /** From now on it is left for who comes back to this evaluation. */
    void holds(String digest) {
        try {
            Files.writeString(folder().resolve(DIGEST), digest, StandardCharsets.US_ASCII);
            channel.truncate(0).write(StandardCharsets.US_ASCII.encode("\n")); // it is in use from now on
            wanted = true;
        } catch (IOException e) {
            throw unwritable(lock, e);
        }
    }

    /** For the service. */
    String database() {
        return "--spring.datasource.url=jdbc:h2:async:" + folder().resolve("evaluation")
                + ";MODE=PostgreSQL;WRITE_DELAY=0;CACHE_SIZE=65536;QUERY_CACHE_SIZE=100;DB_CLOSE_ON_EXIT=FALSE";
    }

    /** The evaluation has ended, and nobody has to go on with it. */
    void end() {
        wanted = false;
    }

    /** Nobody has to go on with it, and nobody does. */
    void forget() {
        end();
        close();
    }

    @Override
    public void close() {
        try (channel) {
            if (!wanted) {
                FileSystemUtils.deleteRecursively(folder());
                Files.deleteIfExists(lock);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("What was kept in " + folder() + " cannot be deleted; is it writable?", e);
        }
    }

    private Path folder() {
        return folder(lock);
    }

    private static Path folder(Path lock) {
        String name = String.valueOf(lock.getFileName());
        return lock.resolveSibling(name.substring(0, name.length() - LOCK.length()));
    }

    private void awaitFree() throws IOException, InterruptedException {
        Path database = folder().resolve("evaluation.mv.db");
        long late = System.nanoTime() + DYING.toNanos();
        while (Files.exists(database)) {
            try (FileChannel file = FileChannel.open(database, StandardOpenOption.WRITE)) {
                if (isFree(file)) {
                    return;
                }
            }
            if (System.nanoTime() > late) {
                throw new IOException("another process has " + database + " open");
            }
            Thread.sleep(PAUSE);
        }
    }

    /** Empty where another has it, or had it and took it away. The lock is kept as long as the channel is open. */
    private static Optional<Unfinished> lock(Path lock) throws IOException {
        FileChannel channel;
        try {
            channel = FileChannel.open(lock, StandardOpenOption.WRITE);
        } catch (NoSuchFileException gone) {
            return Optional.empty();
        }
        boolean taken = false;
        try {
            taken = isFree(channel) && Files.exists(lock);
        } finally {
            if (!taken) {
                channel.close();
            }
        }
        return taken ? Optional.of(new Unfinished(lock, channel, false)) : Optional.empty();
    }

    private static boolean isFree(FileChannel channel) throws IOException {
        try {
            FileLock held = channel.tryLock();
            return held != null;
        } catch (OverlappingFileLockException ours) {
            return false;
        }
    }

    private static String held(Path lock) throws IOException {
        try {
            return Files.readString(folder(lock).resolve(DIGEST), StandardCharsets.US_ASCII);
        } catch (NoSuchFileException gone) {
            return "";
        }
    }

    private static List<Path> locks(Path all) throws IOException {
        record Dated(Path lock, Instant used) {}
        List<Dated> found = new ArrayList<>();
        try (Stream<Path> files = Files.list(all)) {
            for (Path lock :
                    files.filter(each -> each.toString().endsWith(LOCK)).toList()) {
                used(lock).ifPresent(used -> found.add(new Dated(lock, used)));
            }
        }
        return found.stream()
                .sorted(Comparator.comparing(Dated::used).reversed())
                .map(Dated::lock)
                .toList();
    }

    private static Optional<Instant> used(Path lock) throws IOException {
        try {
            return Optional.of(Files.getLastModifiedTime(lock).toInstant());
        } catch (NoSuchFileException gone) {
            return Optional.empty();
        }
    }

    /** Never what a command has. */
    private static void forgetOld(Path all, Instant now) throws IOException {
        for (Path lock : locks(all)) {
            Duration kept = held(lock).isEmpty() ? TAKEN_BY_THEN : KEPT;
            if (used(lock).filter(used -> used.isBefore(now.minus(kept))).isPresent()) {
                lock(lock).ifPresent(Unfinished::close);
            }
        }
    }

    private static UncheckedIOException unwritable(Path path, IOException e) {
        return new UncheckedIOException("The evaluation cannot be kept in " + path + "; is it writable?", e);
    }
}
