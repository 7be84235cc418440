package dev.monkeywrench.workspace.git;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Who reads which mirror. A file beside the mirror is locked, shared, by every process that reads it, so none evicts
 * what another reads; its time is that of the last use. The kernel frees the lock of a process that dies. Thread-safe.
 */
final class MirrorUse {

    private static final Logger LOG = LoggerFactory.getLogger(MirrorUse.class);

    /** Of this process: it holds one lock a file, whoever asks. */
    private static final Map<Path, Readers> READERS = new HashMap<>();

    private MirrorUse() {}

    /** Held while a mirror is looked for, fetched and read; closing it twice is fine. */
    interface Hold extends AutoCloseable {
        @Override
        void close();
    }

    /** What is done with a mirror that nobody reads. */
    interface Unread {
        void run() throws IOException;
    }

    static Hold of(Path mirror, Instant now) throws IOException {
        Path file = file(mirror);
        synchronized (READERS) {
            Readers readers = READERS.get(file);
            if (readers == null) {
                readers = new Readers(open(file));
                READERS.put(file, readers);
            }
            readers.count++;
            Files.setLastModifiedTime(file, FileTime.from(now));
        }
        return new OneHold(mirror, file);
    }

    /** The time of the last use; that of the mirror itself where it was made before uses were noted. */
    static Instant last(Path mirror) throws IOException {
        Path file = file(mirror);
        return Files.getLastModifiedTime(Files.exists(file) ? file : mirror).toInstant();
    }

    /** Runs while nobody begins to read the mirror; false where somebody reads it, here or in another process. */
    static boolean whenUnread(Path mirror, Unread action) throws IOException {
        Path file = file(mirror);
        synchronized (READERS) {
            if (READERS.containsKey(file)) {
                return false;
            }
            try (FileChannel channel = channel(file);
                    FileLock lock = channel.tryLock()) {
                if (lock == null) {
                    return false;
                }
                action.run();
                return true;
            } catch (OverlappingFileLockException held) {
                return false;
            }
        }
    }

    private static Path file(Path mirror) {
        return mirror.resolveSibling(mirror.getFileName() + ".use").toAbsolutePath();
    }

    /** Locked, shared; again where another process removed the file before it was locked. */
    private static FileChannel open(Path file) throws IOException {
        while (true) {
            FileChannel channel = channel(file);
            boolean locked = false;
            try {
                Optional<Object> opened = identity(file);
                channel.lock(0, Long.MAX_VALUE, true);
                locked = opened.isPresent() && opened.equals(identity(file));
                if (locked) {
                    return channel;
                }
            } finally {
                if (!locked) {
                    channel.close();
                }
            }
        }
    }

    private static Optional<Object> identity(Path file) throws IOException {
        try {
            return Optional.ofNullable(
                    Files.readAttributes(file, BasicFileAttributes.class).fileKey());
        } catch (NoSuchFileException removed) {
            return Optional.empty();
        }
    }

    /** Where no mirror came of it, nothing stays beside the place it would have had. */
    private static void removeIdle(Path mirror) {
        if (Files.exists(mirror)) {
            return;
        }
        try {
            whenUnread(mirror, () -> {
                if (!Files.exists(mirror)) {
                    Files.deleteIfExists(file(mirror));
                }
            });
        } catch (IOException kept) {
            LOG.debug("{} stays, though nothing came of it", file(mirror), kept);
        }
    }

    private static FileChannel channel(Path file) throws IOException {
        return FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE);
    }

    /** How many in this process read one mirror. */
    private static final class Readers {

        private final FileChannel channel;
        private int count;

        Readers(FileChannel channel) {
            this.channel = channel;
        }
    }

    private static final class OneHold implements Hold {

        private final Path mirror;
        private final Path file;
        private boolean closed;

        OneHold(Path mirror, Path file) {
            this.mirror = mirror;
            this.file = file;
        }

        @Override
        public void close() {
            synchronized (READERS) {
                Readers readers = READERS.get(file);
                if (closed || readers == null) {
                    return;
                }
                closed = true;
                readers.count--;
                if (readers.count == 0) {
                    READERS.remove(file);
                    closeQuietly(readers.channel);
                    removeIdle(mirror);
                }
            }
        }

        private static void closeQuietly(FileChannel channel) {
            try {
                channel.close();
            } catch (IOException broken) {
                // closing ends the lock in any case
            }
        }
    }
}
