package dev.monkeywrench.sandbox.bubblewrap;

import static org.junit.jupiter.api.Assumptions.abort;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.monkeywrench.sandbox.SandboxEngine;
import dev.monkeywrench.sandbox.SandboxUnavailable;
import dev.monkeywrench.sandbox.SandboxesContract;
import dev.monkeywrench.sandbox.engine.OwnerProcess;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;

/** Needs bubblewrap, root, and the recipe's root file system in monkeywrench's home directory. */
@Tag("bubblewrap")
class BubblewrapSandboxesTest extends SandboxesContract {

    @TempDir
    private Path home;

    @Override
    protected SandboxEngine engine() throws Exception {
        assumeTrue(
                Privilege.current() == Privilege.ROOT,
                "Bubblewrap sandboxes with root's powers are not tested: the tests do not run as root");
        Path rootfs = Homes.rootfs();
        assumeTrue(
                Files.isDirectory(rootfs.resolve("python")),
                "Bubblewrap sandboxes are not tested: there is no " + rootfs.resolve("python"));
        Files.createSymbolicLink(home.resolve("rootfs"), rootfs);
        try {
            return BubblewrapEngine.open(BubblewrapTerms.usual(home), OwnerProcess.current());
        } catch (SandboxUnavailable absent) {
            return abort("Bubblewrap sandboxes are not tested: " + absent.getMessage());
        }
    }

    @Override
    protected List<String> traces() throws Exception {
        List<String> traces = new ArrayList<>();
        for (Path folder : groups()) {
            list(folder, traces);
        }
        if (Files.isDirectory(home.resolve("sandboxes"))) {
            try (Stream<Path> entries = Files.list(home.resolve("sandboxes"))) {
                entries.map(Path::toString)
                        .filter(name -> name.endsWith(".sandbox"))
                        .forEach(traces::add);
            }
        }
        return traces;
    }

    private static List<Path> groups() {
        Optional<ControlGroups> found = ControlGroups.find();
        return found.map(groups -> List.copyOf(groups.folders().values())).orElse(List.of());
    }

    private static void list(Path folder, List<String> traces) throws IOException {
        try (Stream<Path> groups = Files.list(folder)) {
            groups.filter(Files::isDirectory).map(Path::toString).forEach(traces::add);
        }
    }
}
