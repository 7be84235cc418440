package dev.monkeywrench.verification.adversary;

import static org.junit.jupiter.api.Assumptions.abort;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.monkeywrench.sandbox.SandboxEngine;
import dev.monkeywrench.sandbox.SandboxUnavailable;
import dev.monkeywrench.sandbox.bubblewrap.BubblewrapEngine;
import dev.monkeywrench.sandbox.bubblewrap.BubblewrapTerms;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;

/** Needs bubblewrap and the recipes' root file systems in monkeywrench's home directory. */
@Tag("bubblewrap")
class BubblewrapAdversaryTest extends AdversaryContract {

    @Override
    protected SandboxEngine engine(Path home) throws Exception {
        String usual = System.getProperty("user.home") + "/.cache/monkeywrench";
        Path rootfs =
                Path.of(Optional.ofNullable(System.getenv("MONKEYWRENCH_HOME")).orElse(usual), "rootfs");
        assumeTrue(
                Files.isDirectory(rootfs.resolve("python")) && Files.isDirectory(rootfs.resolve("java")),
                "Adversaries are not tested: the recipes python and java are not built in " + rootfs);
        Files.createSymbolicLink(home.resolve("rootfs"), rootfs);
        try {
            return BubblewrapEngine.open(BubblewrapTerms.usual(home));
        } catch (SandboxUnavailable absent) {
            return abort("Adversaries are not tested: " + absent.getMessage());
        }
    }

    @Override
    protected Stream<Adversary> adversaries() {
        return Adversaries.all();
    }

    @Override
    protected boolean followedByHonestOnes() {
        return false;
    }
}
