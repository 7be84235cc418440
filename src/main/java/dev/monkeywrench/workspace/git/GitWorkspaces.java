package dev.monkeywrench.workspace.git;

import dev.monkeywrench.disk.DiskBudget;
import dev.monkeywrench.workspace.WorkspaceLimits;
import dev.monkeywrench.workspace.Workspaces;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import org.eclipse.jgit.util.SystemReader;

/** Makes {@link Workspaces} of Git repositories. */
public final class GitWorkspaces {

    private GitWorkspaces() {}

    /**
     * Reads remote repositories by mirrors and local ones under the given roots.
     *
     * @param mirrors the folder of the mirrors; made when it is missing, shared with other processes
     * @param disk which the mirrors take part in
     */
    public static Workspaces create(
            Path mirrors,
            List<Path> roots,
            RemotePolicy policy,
            WorkspaceLimits limits,
            InstantSource time,
            DiskBudget disk) {
        return create(mirrors, roots, policy, limits, time, HostNames.system(), disk);
    }

    static Workspaces create(
            Path mirrors,
            List<Path> roots,
            RemotePolicy policy,
            WorkspaceLimits limits,
            InstantSource time,
            HostNames names,
            DiskBudget disk) {
        quietenGit();
        disk.register(new MirrorHoldings(mirrors));
        GitOpener opener = new GitOpener(limits, made(mirrors));
        return new GitSource(
                new LocalRepositories(roots),
                new Mirrors(mirrors, policy, limits, names, time, opener, disk),
                opener,
                limits);
    }

    private static synchronized void quietenGit() {
        SystemReader system = SystemReader.getInstance();
        if (!(system instanceof QuietSystemReader)) {
            SystemReader.setInstance(new QuietSystemReader(system));
        }
    }

    private static Path made(Path mirrors) {
        try {
            return Files.createDirectories(mirrors);
        } catch (IOException e) {
            throw new IllegalArgumentException(
                    "The folder " + mirrors + " cannot be written; set monkeywrench.home to one that can", e);
        }
    }
}
