package dev.monkeywrench.verification;

import dev.monkeywrench.sandbox.SandboxEngine;
import java.nio.file.Path;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;

/** Needs bubblewrap and the recipes' root file systems in monkeywrench's home directory. */
@Tag("bubblewrap")
class BubblewrapVerifierTest extends VerifierContract {

    @TempDir
    private Path home;

    @Override
    protected SandboxEngine engine() throws Exception {
        return BubblewrapFixture.engine(home);
    }
}
