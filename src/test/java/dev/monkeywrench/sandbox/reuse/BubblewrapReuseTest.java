package dev.monkeywrench.sandbox.reuse;

import static org.junit.jupiter.api.Assumptions.abort;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.monkeywrench.sandbox.SandboxEngine;
import dev.monkeywrench.sandbox.SandboxUnavailable;
import dev.monkeywrench.sandbox.bubblewrap.BubblewrapEngine;
import dev.monkeywrench.sandbox.bubblewrap.BubblewrapTerms;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;

/** Needs bubblewrap and the root file system of the recipe {@code python} in monkeywrench's home directory. */
@Tag("bubblewrap")
class BubblewrapReuseTest extends ReuseContract {

    @TempDir
    private Path home;

    @Override
    protected SandboxEngine fresh() throws Exception {
        String usual = System.getProperty("user.home") + "/.cache/monkeywrench";
        Path rootfs =
                Path.of(Optional.ofNullable(System.getenv("MONKEYWRENCH_HOME")).orElse(usual), "rootfs");
        assumeTrue(Files.isDirectory(rootfs.resolve("python")), "Kept sandboxes are not tested: no " + rootfs);
        Files.createSymbolicLink(home.resolve("rootfs"), rootfs);
        try {
            return BubblewrapEngine.open(BubblewrapTerms.usual(home));
        } catch (SandboxUnavailable absent) {
            return abort("Kept sandboxes are not tested: " + absent.getMessage());
        }
    }
}
