package dev.monkeywrench.verification;

import static dev.monkeywrench.verification.SumsProject.RIGHT;
import static dev.monkeywrench.verification.SumsProject.WRONG;
import static org.assertj.core.api.Assertions.assertThat;

import dev.monkeywrench.sandbox.SandboxEngine;
import dev.monkeywrench.verification.SumsProject.Form;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Honest and hostile patches as predictions, whose unpatched tree does not run beforehand. */
@Tag("bubblewrap")
class PredictionsBubblewrapTest implements HonestCandidates, ForgingCandidates {

    private static final VerificationPolicy ONCE = new VerificationPolicy(
            SumsProject.POLICY.limits(),
            SumsProject.POLICY.baselineTimeout(),
            Duration.ofSeconds(15),
            false,
            RepeatPolicy.once().once(true),
            StatusDemand.FULL);

    @TempDir
    private Path home;

    @TempDir
    private Path folder;

    private SandboxEngine engine;

    @BeforeEach
    void openEngine() throws Exception {
        engine = BubblewrapFixture.kept(home);
    }

    @AfterEach
    void closeEngine() {
        if (engine != null) {
            engine.close();
        }
    }

    @Override
    public SumsProject sums() {
        return new SumsProject(engine, folder, ONCE);
    }

    /** Of what pytest does to itself in every run nobody has to ask. */
    @ParameterizedTest
    @EnumSource(Form.class)
    void usualVerdictsNeedNoUnpatchedTree(Form form) throws Exception {
        Preparation.Ready ready = sums().ready(form);
        assertThat(ready.baseline().isMeasured()).isFalse();
        for (String sums :
                new String[] {RIGHT, WRONG + "\n# nothing\n", WRONG.replace("x + 2", "x + 3"), RIGHT + "\n"}) {
            Trials trials = sums().verify(ready, SumsProject.change(Map.of("pkg/sums.py", sums)))
                    .trials()
                    .orElseThrow();
            assertThat(trials.baselineRuns()).as(sums).isZero();
        }
    }
}
