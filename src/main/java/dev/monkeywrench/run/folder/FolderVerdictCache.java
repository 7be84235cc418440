package dev.monkeywrench.run.folder;

import dev.monkeywrench.run.stored.StoredJson;
import dev.monkeywrench.verification.VerdictCache;
import dev.monkeywrench.verification.VerdictKey;
import java.io.FileInputStream;
import java.io.FileNotFoundException;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.core.JacksonException;

/**
 * A file for each finding, named by its key; its time of change is its last use. A file beside it says that it is disputed. Files
 * come whole by being renamed, so processes need no lock between them. A folder that cannot be read or written costs findings and
 * never a verdict.
 *
 * <p>Streams, not channels: an interrupted thread would find its channel closed.
 */
final class FolderVerdictCache implements VerdictCache {

    private static final Logger LOG = LoggerFactory.getLogger(FolderVerdictCache.class);
    private static final String DISPUTED = ".disputed";

    private final Path folder;
    private final StoredJson json;
    private final InstantSource clock;
    private final int mostEntries;
    private final Duration longestUnused;
    private final LeastUsedFiles room;
    private final AtomicInteger sinceMadeRoom;

    FolderVerdictCache(Path folder, StoredJson json, InstantSource clock, int mostEntries, Duration longestUnused) {
        this.folder = folder;
        this.json = json;
        this.clock = clock;
        this.mostEntries = mostEntries;
        this.longestUnused = longestUnused;
        this.room = new LeastUsedFiles(folder);
        this.sinceMadeRoom = new AtomicInteger(mostEntries);
    }

    @Override
    public Optional<Kept> find(VerdictKey key) {
        try {
            Path file = file(key);
            if (isForgotten(file) || Files.exists(disputed(file))) {
                return Optional.empty();
            }
            Optional<Kept> kept = read(file);
            if (kept.isPresent()) {
                use(file);
            }
            return kept;
        } catch (IOException e) {
            LOG.warn("No verdict is taken from {}: {}", folder, e.toString());
            return Optional.empty();
        }
    }

    @Override
    public synchronized void keep(VerdictKey key, Kept kept) {
        if (mostEntries == 0) {
            return;
        }
        try {
            Path file = file(key);
            if (isForgotten(file)) {
                Files.deleteIfExists(disputed(file));
                Files.deleteIfExists(file);
            }
            if (!isNew(file, kept)) {
                compare(file, kept);
            }
            if (sinceMadeRoom.incrementAndGet() > mostEntries / 16) {
                sinceMadeRoom.set(0);
                room.make(mostEntries, clock.instant().minus(longestUnused));
            }
        } catch (IOException e) {
            LOG.warn("A verdict is not kept in {}: {}", folder, e.toString());
        }
    }

    private boolean isForgotten(Path file) throws IOException {
        try {
            return Files.getLastModifiedTime(file)
                    .toInstant()
                    .isBefore(clock.instant().minus(longestUnused));
        } catch (NoSuchFileException e) {
            return true;
        }
    }

    private boolean isNew(Path file, Kept kept) throws IOException {
        Path shard = Files.createDirectories(Objects.requireNonNull(file.getParent()));
        Path whole = Files.createTempFile(shard, "", LeastUsedFiles.BEGUN);
        try {
            try (OutputStream out = new FileOutputStream(whole.toFile())) {
                out.write(json.write(kept).getBytes(StandardCharsets.US_ASCII));
            }
            use(whole);
            Files.move(whole, file);
            return true;
        } catch (FileAlreadyExistsException e) {
            return false;
        } finally {
            Files.deleteIfExists(whole);
        }
    }

    private void compare(Path file, Kept kept) throws IOException {
        Optional<Kept> there = read(file);
        if (there.isPresent()) {
            boolean agree = there.get().finding().agreesWith(kept.finding());
            if (!agree && !Files.exists(disputed(file))) {
                Files.createFile(disputed(file));
            }
            use(file);
        }
    }

    /** Empty where another process forgot it at this moment, or a machine that lost its power left half of it. */
    private Optional<Kept> read(Path file) throws IOException {
        try (InputStream in = new FileInputStream(file.toFile())) {
            return Optional.of(json.read(new String(in.readAllBytes(), StandardCharsets.US_ASCII), Kept.class));
        } catch (FileNotFoundException e) {
            return Optional.empty();
        } catch (JacksonException | UncheckedIOException e) {
            LOG.warn("What is kept in {} cannot be read, and is forgotten: {}", file, e.getMessage());
            Files.deleteIfExists(file);
            return Optional.empty();
        }
    }

    private void use(Path file) throws IOException {
        try {
            Files.setLastModifiedTime(file, FileTime.from(clock.instant()));
        } catch (NoSuchFileException e) {
            LOG.debug("{} was forgotten by another process", file);
        }
    }

    private Path file(VerdictKey key) {
        String digest = key.digest();
        return folder.resolve(digest.substring(0, 2)).resolve(digest);
    }

    private static Path disputed(Path file) {
        return file.resolveSibling(file.getFileName() + DISPUTED);
    }
}
