package dev.monkeywrench.verification.adversary;

import static org.assertj.core.api.Assertions.assertThat;

import dev.monkeywrench.instance.Environment;
import dev.monkeywrench.instance.GradedInstance;
import dev.monkeywrench.instance.HiddenTests;
import dev.monkeywrench.instance.Instance;
import dev.monkeywrench.instance.InstanceId;
import dev.monkeywrench.instance.ProblemStatement;
import dev.monkeywrench.instance.RepositoryRef;
import dev.monkeywrench.instance.VisibleTests;
import dev.monkeywrench.sandbox.Limits;
import dev.monkeywrench.sandbox.SandboxEngine;
import dev.monkeywrench.verification.FolderWorkspace;
import dev.monkeywrench.verification.Preparation;
import dev.monkeywrench.verification.Verification;
import dev.monkeywrench.verification.VerificationPolicy;
import dev.monkeywrench.verification.Verifiers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.Optional;

/** One project made ready for verdicts, by one engine, for all who attack it. */
record Court(Language language, Preparation.Ready ready) {

    static final VerificationPolicy USUAL = new VerificationPolicy(
            new Limits(512L << 20, 2, 128, 128L << 20, 4L << 20, Duration.ofMinutes(30)),
            Duration.ofMinutes(2),
            Duration.ofMinutes(1));

    static Court open(Language language, SandboxEngine engine, Path scratch, VerificationPolicy policy)
            throws Exception {
        try (FolderWorkspace workspace =
                new FolderWorkspace(Files.createTempDirectory(scratch, "repository"), language.files())) {
            Instance instance = new Instance(
                    new InstanceId("test__sums-1"),
                    new RepositoryRef.InImage(),
                    workspace.baseCommit(),
                    new ProblemStatement("double does not"),
                    new Environment.Unstated(),
                    VisibleTests.none());
            HiddenTests tests =
                    new HiddenTests(language.procedure(), Optional.empty(), Optional.of(language.expected()));
            Preparation preparation = Verifiers.create(new SecureRandom())
                    .prepare(
                            new GradedInstance(instance, tests, Optional.empty()),
                            workspace,
                            engine,
                            "adversaries",
                            policy,
                            Optional.empty());
            assertThat(preparation).isInstanceOf(Preparation.Ready.class);
            Preparation.Ready ready = (Preparation.Ready) preparation;
            assertThat(ready.baseline().contradictions()).isEmpty();
            return new Court(language, ready);
        }
    }

    Verification judge(Adversary adversary) throws Exception {
        return ready.verifier().verify(adversary.patch(language.files()), "adversary");
    }

    /** Whoever was here before: a right candidate passes and a wrong one fails. */
    void judgeHonestOnes() throws Exception {
        for (Adversary honest : new Adversary[] {language.wrong(), language.right()}) {
            Verification verification = judge(honest);
            assertThat(verification.verdict())
                    .as(() -> honest + ": " + verification.log())
                    .matches(honest.fate()::allows, honest.fate().toString());
        }
    }
}
