package dev.monkeywrench.workspace.git;

import dev.monkeywrench.disk.DiskBudget;
import dev.monkeywrench.disk.DiskFull;
import dev.monkeywrench.instance.CommitId;
import dev.monkeywrench.workspace.WorkspaceLimits;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.InstantSource;
import java.util.HexFormat;
import java.util.Locale;
import org.eclipse.jgit.errors.TransportException;
import org.eclipse.jgit.lib.Repository;
import org.eclipse.jgit.lib.RepositoryBuilder;

/**
 * Bare copies of remote repositories, fetched only when a commit is missing. Safe between threads and processes: one
 * changes a mirror at a time, and a mirror has its name only once it is whole, so readers take no lock.
 */
final class Mirrors {

    private final Path folder;
    private final RemotePolicy policy;
    private final WorkspaceLimits limits;
    private final HostNames names;
    private final InstantSource time;
    private final GitOpener opener;
    private final DiskBudget disk;

    Mirrors(
            Path folder,
            RemotePolicy policy,
            WorkspaceLimits limits,
            HostNames names,
            InstantSource time,
            GitOpener opener,
            DiskBudget disk) {
        this.folder = folder;
        this.policy = policy;
        this.limits = limits;
        this.names = names;
        this.time = time;
        this.opener = opener;
        this.disk = disk;
    }

    /** Keeps the mirror of a repository from being evicted, from before it is looked for; refused leave no file. */
    MirrorUse.Hold hold(URI address) throws IOException, Refusal {
        PinnedHost.checkAllowed(address, policy);
        Files.createDirectories(folder);
        return MirrorUse.of(folder.resolve(digest(address)), time.instant());
    }

    /** The mirror of a repository, with the commit if it can be had. */
    Path holding(URI address, CommitId commit) throws IOException, Refusal, DiskFull, InterruptedException {
        PinnedHost.checkAllowed(address, policy);
        Path mirror = folder.resolve(digest(address));
        if (isWhole(mirror) && opener.holds(mirror, commit)) {
            return mirror;
        }
        PinnedHost host = PinnedHost.of(address, policy, names);
        Files.createDirectories(folder);
        try (MirrorLock lock = MirrorLock.take(sibling(mirror, ".lock"), limits.fetchTime())) {
            FetchGuard guard = new FetchGuard(limits, time);
            RemoteFetch fetch = new RemoteFetch(address, host, policy, limits, guard);
            disk.makeRoom("the repository " + address.getHost() + address.getPath());
            if (isWhole(mirror)) {
                update(mirror, fetch, commit);
            } else {
                make(mirror, fetch);
            }
            if (!opener.holds(mirror, commit)) {
                fetchUnnamed(mirror, fetch, guard, commit);
            }
            return mirror;
        }
    }

    /** After a run: what is too much goes, if nobody needs it any more. */
    void trim() {
        try {
            disk.trim();
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }

    private static boolean isWhole(Path mirror) {
        return Files.isDirectory(mirror);
    }

    /** Only under the lock: so whatever lies under the unfinished name is what a killed process left. */
    private void make(Path mirror, RemoteFetch fetch) throws IOException, Refusal {
        Path unfinished = sibling(mirror, ".unfinished");
        Folders.remove(unfinished);
        boolean whole = false;
        try (Repository repository =
                new RepositoryBuilder().setGitDir(unfinished.toFile()).setBare().build()) {
            repository.create(true);
            // JGit would tidy up in a thread of its own, beyond our lock.
            repository.getConfig().setInt("gc", null, "auto", 0);
            repository.getConfig().setBoolean("gc", null, "autoDetach", false);
            repository.getConfig().save();
            fetch.branchesAndTags(unfinished);
            whole = true;
        } finally {
            if (!whole) {
                Folders.remove(unfinished);
            }
        }
        Files.move(unfinished, mirror, StandardCopyOption.ATOMIC_MOVE);
    }

    /** Another thread may have brought the commit while this one waited for the lock. */
    private void update(Path mirror, RemoteFetch fetch, CommitId commit) throws IOException, Refusal {
        if (!opener.holds(mirror, commit)) {
            removeBrokenPacks(mirror);
            fetch.branchesAndTags(mirror);
        }
    }

    /** A server need not know, or give out, a commit that no branch or tag leads to: then it stays unknown. */
    private static void fetchUnnamed(Path mirror, RemoteFetch fetch, FetchGuard guard, CommitId commit)
            throws IOException {
        try {
            fetch.commit(mirror, commit.value());
        } catch (TransportException e) {
            guard.check();
            removeBrokenPacks(mirror);
        }
    }

    /** What a fetch leaves that was killed; nothing else fetches while the lock is held. */
    private static void removeBrokenPacks(Path mirror) throws IOException {
        Path packs = mirror.resolve("objects/pack");
        if (!Files.isDirectory(packs)) {
            return;
        }
        try (DirectoryStream<Path> leftovers = Files.newDirectoryStream(packs, "incoming_*")) {
            for (Path leftover : leftovers) {
                Files.deleteIfExists(leftover);
            }
        }
    }

    private static Path sibling(Path mirror, String ending) {
        return mirror.resolveSibling(mirror.getFileName() + ending);
    }

    static String digest(URI address) {
        String path = address.getRawPath() == null ? "" : address.getRawPath();
        String named = address.getHost().toLowerCase(Locale.ROOT) + ":" + address.getPort() + path.replaceAll("/+$", "")
                + (address.getRawQuery() == null ? "" : "?" + address.getRawQuery());
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(named.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(hash);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java platform has SHA-256", e);
        }
    }
}
