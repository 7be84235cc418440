package dev.monkeywrench.sandbox.engine;

import dev.monkeywrench.disk.DiskBudget;
import dev.monkeywrench.disk.DiskFull;
import dev.monkeywrench.disk.Holding;
import dev.monkeywrench.disk.Holdings;
import dev.monkeywrench.sandbox.SandboxUnavailable;
import dev.monkeywrench.sandbox.Tree;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Trees of templates, each written to a file of ours once, however many ask for it at a time. */
public final class TreeArchives implements Holdings, AutoCloseable {

    private static final Logger log = LoggerFactory.getLogger(TreeArchives.class);
    private static final String PREFIX = "trees-";

    private final Path folder;
    private final DiskBudget disk;
    private volatile Optional<DiskBudget.Registration> registration = Optional.empty();
    private final Map<String, FutureTask<TreeArchive>> archives = new LinkedHashMap<>();

    private TreeArchives(Path folder, DiskBudget disk) {
        this.folder = folder;
        this.disk = disk;
    }

    /** In a fresh folder below this one, after those of services that are gone are deleted. */
    public static TreeArchives below(Path parent, OwnerProcess owner, DiskBudget disk) throws IOException {
        Files.createDirectories(parent);
        sweep(parent);
        Path folder =
                Files.createTempDirectory(parent, PREFIX + owner.toString().replace('/', '_') + ".");
        TreeArchives archives = new TreeArchives(folder, disk);
        archives.registration = Optional.of(disk.register(archives));
        return archives;
    }

    /** The tree's archive, written now if it was not yet, or was evicted since. A failure is not kept. */
    public TreeArchive of(Tree tree) throws SandboxUnavailable, InterruptedException {
        FutureTask<TreeArchive> fresh = new FutureTask<>(() -> write(tree));
        FutureTask<TreeArchive> task;
        synchronized (archives) {
            task = archives.computeIfAbsent(tree.digest(), digest -> fresh);
        }
        task.run();
        try {
            return used(task.get());
        } catch (ExecutionException failed) {
            forget(tree.digest(), task);
            if (Calls.causeOf(failed) instanceof DiskFull full) {
                throw new SandboxUnavailable(full.getMessage(), true, full);
            }
            throw new SandboxUnavailable(
                    "The repository could not be written to " + folder + ": see that the disk has room",
                    true,
                    Calls.causeOf(failed));
        }
    }

    /** The same for a template that may lay no tree. */
    public Optional<TreeArchive> of(Optional<Tree> tree) throws SandboxUnavailable, InterruptedException {
        return tree.isPresent() ? Optional.of(of(tree.get())) : Optional.empty();
    }

    private void forget(String digest, FutureTask<TreeArchive> task) {
        synchronized (archives) {
            archives.remove(digest, task);
        }
    }

    private static TreeArchive used(TreeArchive archive) {
        try {
            Files.setLastModifiedTime(archive.file(), FileTime.from(Instant.now()));
        } catch (IOException evicted) {
            log.debug("The tree {} was evicted just now", archive.file(), evicted);
        }
        return archive;
    }

    @Override
    public String kind() {
        return "templates";
    }

    /** Those that are written; one that is being written is nobody's to evict. */
    @Override
    public List<Holding> list() throws IOException {
        List<Holding> found = new ArrayList<>();
        for (String digest : written()) {
            Path file = file(digest);
            if (Files.exists(file)) {
                found.add(new Holding(
                        digest,
                        Files.size(file),
                        Files.getLastModifiedTime(file).toInstant()));
            }
        }
        return found;
    }

    private List<String> written() {
        synchronized (archives) {
            return archives.entrySet().stream()
                    .filter(each -> each.getValue().isDone())
                    .map(Map.Entry::getKey)
                    .toList();
        }
    }

    /** Whoever reads it now reads on; who asks for it next has it written again. */
    @Override
    public boolean evict(Holding holding) throws IOException {
        synchronized (archives) {
            archives.remove(holding.name());
            Files.deleteIfExists(file(holding.name()));
            return true;
        }
    }

    private Path file(String digest) {
        return folder.resolve(digest(digest) + ".tar");
    }

    /** A digest of several digests, in this order. */
    public static String digest(String... parts) {
        try {
            byte[] bytes = String.join("\n", parts).getBytes(StandardCharsets.UTF_8);
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java has SHA-256", e);
        }
    }

    /** Deletes what was written. */
    @Override
    public void close() {
        registration.ifPresent(DiskBudget.Registration::close);
        try {
            delete(folder);
        } catch (IOException left) {
            log.warn("The trees in {} stay until the next start", folder, left);
        }
    }

    private static void sweep(Path parent) throws IOException {
        for (Path old : list(parent, PREFIX + "*")) {
            String name = old.getFileName().toString();
            String owner = name.substring(PREFIX.length(), Math.max(PREFIX.length(), name.lastIndexOf('.')));
            if (OwnerProcess.parse(owner.replace('_', '/'))
                    .map(OwnerProcess::isGone)
                    .orElse(true)) {
                delete(old);
            }
        }
    }

    private static void delete(Path folder) throws IOException {
        for (Path file : list(folder, "*")) {
            Files.deleteIfExists(file);
        }
        Files.deleteIfExists(folder);
    }

    /** Nothing in a folder that another service has just deleted. */
    private static List<Path> list(Path folder, String names) throws IOException {
        List<Path> found = new ArrayList<>();
        try (DirectoryStream<Path> files = Files.newDirectoryStream(folder, names)) {
            files.forEach(found::add);
        } catch (NoSuchFileException deleted) {
            return List.of();
        }
        return found;
    }

    private TreeArchive write(Tree tree) throws IOException, DiskFull, InterruptedException {
        disk.makeRoom("the tree " + tree.digest());
        Path file = file(tree.digest());
        try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(file), 1 << 16)) {
            tree.writeTar(out);
        }
        return new TreeArchive(file, Files.size(file));
    }
}
