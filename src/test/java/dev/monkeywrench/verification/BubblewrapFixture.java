package dev.monkeywrench.verification;

import static org.junit.jupiter.api.Assumptions.abort;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.monkeywrench.sandbox.SandboxEngine;
import dev.monkeywrench.sandbox.SandboxUnavailable;
import dev.monkeywrench.sandbox.bubblewrap.BubblewrapEngine;
import dev.monkeywrench.sandbox.bubblewrap.BubblewrapTerms;
import dev.monkeywrench.sandbox.reuse.Reuse;
import dev.monkeywrench.sandbox.reuse.ReuseTerms;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;

/** Opens bubblewrap, or ends a test where it cannot be had. */
final class BubblewrapFixture {

    private BubblewrapFixture() {}

    /**
     * @param home an empty folder, to which the root file systems are linked
     */
    static SandboxEngine engine(Path home) throws Exception {
        String usual = System.getProperty("user.home") + "/.cache/monkeywrench";
        Path rootfs =
                Path.of(Optional.ofNullable(System.getenv("MONKEYWRENCH_HOME")).orElse(usual), "rootfs");
        assumeTrue(
                Files.isDirectory(rootfs.resolve("python")) && Files.isDirectory(rootfs.resolve("java")),
                "Verdicts in bubblewrap are not tested: the recipes python and java are not built in " + rootfs);
        Files.createSymbolicLink(home.resolve("rootfs"), rootfs);
        try {
            return BubblewrapEngine.open(BubblewrapTerms.usual(home));
        } catch (SandboxUnavailable absent) {
            return abort("Verdicts in bubblewrap are not tested: " + absent.getMessage());
        }
    }

    /** The same, with sandboxes that are kept between candidates. */
    static SandboxEngine kept(Path home) throws Exception {
        return Reuse.of(engine(home), new ReuseTerms(4, Duration.ofMinutes(5), 500), InstantSource.system());
    }
}
