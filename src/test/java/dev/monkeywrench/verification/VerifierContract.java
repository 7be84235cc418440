package dev.monkeywrench.verification;

import dev.monkeywrench.sandbox.SandboxEngine;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/** Verdicts in a real sandbox, with candidates that are right, wrong and hostile. */
abstract class VerifierContract implements HonestCandidates, ForgingCandidates, UnpatchedTrees {

    @TempDir
    private Path folder;

    private SandboxEngine engine;

    protected abstract SandboxEngine engine() throws Exception;

    @BeforeEach
    void openEngine() throws Exception {
        engine = engine();
    }

    @AfterEach
    void closeEngine() {
        if (engine != null) {
            engine.close();
        }
    }

    @Override
    public SumsProject sums() {
        return new SumsProject(engine, folder);
    }
}
