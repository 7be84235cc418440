package dev.monkeywrench.sandbox.bubblewrap;

import dev.monkeywrench.sandbox.Limits;
import dev.monkeywrench.sandbox.SandboxEngine;
import dev.monkeywrench.sandbox.SandboxUnavailable;
import dev.monkeywrench.sandbox.engine.OwnerProcess;
import dev.monkeywrench.sandbox.engine.TreeArchives;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** Opens sandboxes that are process trees locked up by bubblewrap. */
public final class BubblewrapEngine {

    private static final Duration PROBE = Duration.ofSeconds(10);
    private static final Limits PROBED = new Limits(64L << 20, 1, 16, 1 << 20, 1 << 16, PROBE);

    private BubblewrapEngine() {}

    /** Sees that bubblewrap works here, and removes what services that are gone left. Fails within seconds. */
    public static SandboxEngine open(BubblewrapTerms terms) throws SandboxUnavailable, InterruptedException {
        return open(terms, OwnerProcess.current());
    }

    static BubblewrapSandboxes open(BubblewrapTerms terms, OwnerProcess owner)
            throws SandboxUnavailable, InterruptedException {
        Path program = program();
        Path folder = terms.home().resolve("sandboxes");
        Registry registry = new Registry(folder, owner);
        try {
            registry.sweep();
            Lockup lockup = new Lockup(program, terms.privilege(), terms.launcher(), filter(folder));
            probe(lockup);
            Optional<ControlGroups> groups =
                    terms.privilege() == Privilege.ROOT ? ControlGroups.find() : Optional.empty();
            return new BubblewrapSandboxes(
                    new RootFileSystems(terms.home().resolve("rootfs"), terms.privilege()),
                    TreeArchives.below(folder, owner, terms.disk()),
                    new Launcher(lockup, groups, registry));
        } catch (IOException unwritable) {
            throw new SandboxUnavailable(
                    "The folder " + folder + " cannot be written: set monkeywrench.home to one that can",
                    false,
                    unwritable);
        }
    }

    private static Path program() throws SandboxUnavailable {
        String path = Optional.ofNullable(System.getenv("PATH")).orElse("/usr/bin");
        return Stream.of(path.split(File.pathSeparator, -1))
                .map(folder -> Path.of(folder, "bwrap"))
                .filter(Files::isExecutable)
                .findFirst()
                .orElseThrow(() -> new SandboxUnavailable(
                        "There is no bwrap: install bubblewrap (apt-get install bubblewrap)", false));
    }

    /** Written for the kernel once; the same for every sandbox. */
    private static Optional<Path> filter(Path folder) throws IOException {
        Optional<byte[]> program = SystemCallFilter.program();
        if (program.isEmpty()) {
            return Optional.empty();
        }
        Path file = folder.resolve("filter-" + System.getProperty("os.arch") + ".bpf");
        Path fresh = Files.createTempFile(folder, "filter-", ".fresh");
        Files.write(fresh, program.get());
        Files.move(fresh, file, java.nio.file.StandardCopyOption.ATOMIC_MOVE);
        return Optional.of(file);
    }

    /** The machine's own programs locked up as code under test will be: what the kernel refuses shows here. */
    private static void probe(Lockup lockup) throws SandboxUnavailable, InterruptedException {
        RootFileSystem machine = RootFileSystem.ofThisMachine("probe");
        try {
            Process process = new ProcessBuilder(lockup.command(machine, PROBED, List.of()))
                    .redirectErrorStream(true)
                    .start();
            process.getOutputStream().close();
            boolean ended = process.waitFor(PROBE.toMillis(), TimeUnit.MILLISECONDS);
            if (!ended) {
                process.destroyForcibly();
            }
            if (!ended || process.exitValue() != 0) {
                String said =
                        new String(process.getInputStream().readAllBytes(), java.nio.charset.StandardCharsets.UTF_8);
                throw new SandboxUnavailable(
                        "Bubblewrap does not work here (" + said.strip()
                                + "): allow user namespaces to ordinary users, or run the service as root",
                        false);
            }
        } catch (IOException failed) {
            throw new SandboxUnavailable("Bubblewrap could not be started", false, failed);
        }
    }
}
