package dev.monkeywrench.sandbox.engine;

import dev.monkeywrench.sandbox.SandboxUnavailable;
import dev.monkeywrench.sandbox.Tree;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
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

/** Trees of templates, each written to a file of ours once, however many ask for it at a time. */
public final class TreeArchives implements AutoCloseable {

    private final Path folder;
    private final Map<String, FutureTask<TreeArchive>> archives = new LinkedHashMap<>();

    private TreeArchives(Path folder) {
        this.folder = folder;
    }

    /** In a fresh folder below this one. */
    public static TreeArchives below(Path parent) throws IOException {
        Files.createDirectories(parent);
        return new TreeArchives(Files.createTempDirectory(parent, "trees-"));
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
        List<Path> files = new ArrayList<>();
        try (var listed = Files.list(folder)) {
            listed.forEach(files::add);
            for (Path file : files) {
                Files.deleteIfExists(file);
            }
            Files.deleteIfExists(folder);
        } catch (IOException left) {
            // it lies in the home directory and is swept at the next start
        }
    }

    private TreeArchive write(Tree tree) throws IOException {
        Path file = folder.resolve(digest(tree.digest()) + ".tar");
        try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(file), 1 << 16)) {
            tree.writeTar(out);
        }
        return new TreeArchive(file, Files.size(file));
    }
}
