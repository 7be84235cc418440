package dev.monkeywrench.evaluation;

import static org.junit.jupiter.api.Assumptions.abort;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.monkeywrench.sandbox.SandboxEngine;
import dev.monkeywrench.sandbox.SandboxUnavailable;
import dev.monkeywrench.sandbox.bubblewrap.BubblewrapEngine;
import dev.monkeywrench.sandbox.bubblewrap.BubblewrapTerms;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Tag;

/** Needs bubblewrap and the recipes' root file systems in monkeywrench's home directory. */
@Tag("bubblewrap")
class BubblewrapStarterVerdictsTest extends StarterVerdictsContract {

    @Override
    protected SandboxEngine engine(Path home) throws Exception {
        String usual = System.getProperty("user.home") + "/.cache/monkeywrench";
        Path rootfs =
                Path.of(Optional.ofNullable(System.getenv("MONKEYWRENCH_HOME")).orElse(usual), "rootfs");
        for (String recipe : List.of("python", "java")) {
            assumeTrue(
                    Files.isDirectory(rootfs.resolve(recipe)),
                    "The starter suite is not tested in bubblewrap: there is no " + rootfs.resolve(recipe));
        }
        Files.createSymbolicLink(home.resolve("rootfs"), rootfs);
        try {
            return BubblewrapEngine.open(BubblewrapTerms.usual(home));
        } catch (SandboxUnavailable absent) {
            return abort("The starter suite is not tested in bubblewrap: " + absent.getMessage());
        }
    }
}
