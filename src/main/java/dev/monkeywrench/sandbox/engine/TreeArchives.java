package dev.monkeywrench.sandbox.engine;

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
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Trees of templates, each written to a file of ours once, however many ask for it at a time. */
public final class TreeArchives implements AutoCloseable {

    private static final Logger log = LoggerFactory.getLogger(TreeArchives.class);
    private static final String PREFIX = "trees-";

    private final Path folder;
    private final Map<String, FutureTask<TreeArchive>> archives = new LinkedHashMap<>();

    private TreeArchives(Path folder) {
        this.folder = folder;
    }

    /** In a fresh folder below this one, after those of services that are gone are deleted. */
    public static TreeArchives below(Path parent, OwnerProcess owner) throws IOException {
        Files.createDirectories(parent);
        sweep(parent);
        return new TreeArchives(
                Files.createTempDirectory(parent, PREFIX + owner.toString().replace('/', '_') + "."));
    }

    /** The tree's archive, written now if it was not yet. A failure is not kept. */
    public TreeArchive of(Tree tree) throws SandboxUnavailable, InterruptedException {
        FutureTask<TreeArchive> fresh = new FutureTask<>(() -> write(tree));
        FutureTask<TreeArchive> task;
        synchronized (archives) {
            task = archives.computeIfAbsent(tree.digest(), digest -> fresh);
        }
        task.run();
        try {
            return task.get();
        } catch (ExecutionException failed) {
            synchronized (archives) {
                archives.remove(tree.digest(), task);
            }
            throw new SandboxUnavailable(
                    "The repository could not be written to " + folder + ": see that the disk has room",
                    true,
                    Calls.causeOf(failed));
        }
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

    private TreeArchive write(Tree tree) throws IOException {
        Path file = folder.resolve(digest(tree.digest()) + ".tar");
        try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(file), 1 << 16)) {
            tree.writeTar(out);
        }
        return new TreeArchive(file, Files.size(file));
    }
}
