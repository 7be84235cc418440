package dev.monkeywrench.verification;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.abort;

import dev.monkeywrench.context.FaultEvidence;
import dev.monkeywrench.evaluation.StarterSuite;
import dev.monkeywrench.instance.GoldPatch;
import dev.monkeywrench.instance.GradedInstance;
import dev.monkeywrench.instance.InstanceRows;
import dev.monkeywrench.instance.Reading;
import dev.monkeywrench.instance.RowPolicy;
import dev.monkeywrench.patch.Patch;
import dev.monkeywrench.patch.PatchReader;
import dev.monkeywrench.patch.ReadPatch;
import dev.monkeywrench.sandbox.Limits;
import dev.monkeywrench.sandbox.SandboxEngine;
import dev.monkeywrench.sandbox.SandboxUnavailable;
import dev.monkeywrench.sandbox.docker.DockerEngine;
import dev.monkeywrench.sandbox.docker.DockerTerms;
import dev.monkeywrench.workspace.Opening;
import dev.monkeywrench.workspace.Workspace;
import dev.monkeywrench.workspace.WorkspaceLimits;
import dev.monkeywrench.workspace.Workspaces;
import dev.monkeywrench.workspace.git.GitWorkspaces;
import dev.monkeywrench.workspace.git.RemotePolicy;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import javax.net.ssl.SSLSocketFactory;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.node.ObjectNode;

/** Every task of the starter suite fails at its base commit as it claims, and its gold patch passes. */
@Tag("docker")
class StarterVerdictsTest {

    private static final VerificationPolicy POLICY = new VerificationPolicy(
            new Limits(2L << 30, 2, 512, 512L << 20, 8L << 20, Duration.ofMinutes(10)),
            Duration.ofMinutes(2),
            Duration.ofMinutes(1));

    private final Verifier verifier = Verifiers.create(new SecureRandom());

    @TempDir
    private Path home;

    @Test
    void goldPatchesPassWhereTheBaseFailsAsClaimed() throws Exception {
        List<ObjectNode> rows = StarterSuite.materialise(Path.of("suites/starter"), home);
        assertThat(rows).isNotEmpty();
        Workspaces workspaces = workspaces();
        try (SandboxEngine engine = engine()) {
            for (ObjectNode row : rows) {
                assertThat(InstanceRows.read(row, RowPolicy.standard().under(home.resolve("starter"))))
                        .isInstanceOfSatisfying(Reading.Read.class, read -> judge(read.instance(), workspaces, engine));
            }
        }
    }

    private void judge(GradedInstance graded, Workspaces workspaces, SandboxEngine engine) {
        String id = graded.instance().id().value();
        try {
            Opening opening = workspaces.open(graded.instance());
            assertThat(opening).as(id).isInstanceOf(Opening.Opened.class);
            try (Workspace workspace = ((Opening.Opened) opening).workspace()) {
                judge(graded, workspace, engine);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private void judge(GradedInstance graded, Workspace workspace, SandboxEngine engine) throws InterruptedException {
        String id = graded.instance().id().value();
        Preparation preparation = verifier.prepare(graded, workspace, engine, "test", POLICY, Optional.empty());
        assertThat(preparation).as(id).isInstanceOf(Preparation.Ready.class);
        Preparation.Ready ready = (Preparation.Ready) preparation;
        assertThat(ready.baseline().contradictions()).as(id).isEmpty();
        Verification gold = ready.verifier().verify(patch(graded.goldPatch().orElseThrow()), "verify");
        assertThat(gold.verdict()).as(id + "\n" + gold.log()).isEqualTo(new Verdict.Passed());
        if (graded.instance().visibleTests().procedure().isPresent()) {
            FaultEvidence evidence = verifier.observe(graded.instance(), workspace, engine, "test", POLICY);
            assertThat(evidence.failingTests()).as(id).isPositive();
            assertThat(evidence.failures()).as(id).isNotBlank();
            assertThat(evidence.frames()).as(id).isNotEmpty();
        }
    }

    private static Patch patch(GoldPatch gold) {
        return PatchReader.read(gold.unifiedDiff()) instanceof ReadPatch.Read read
                ? read.patch()
                : abort("The gold patch cannot be read");
    }

    private Workspaces workspaces() {
        RemotePolicy nowhere = new RemotePolicy(
                Set.of("nowhere.invalid"), false, Map.of(), (SSLSocketFactory) SSLSocketFactory.getDefault());
        WorkspaceLimits limits = new WorkspaceLimits(
                10_000, 50, 64L << 20, 1L << 20, 100, 64L << 20, Duration.ofMinutes(1), Duration.ofSeconds(10));
        return GitWorkspaces.create(
                home.resolve("mirrors"), List.of(home.resolve("starter")), nowhere, limits, InstantSource.system());
    }

    private SandboxEngine engine() throws InterruptedException {
        try {
            return DockerEngine.open(
                    DockerTerms.usual(home.resolve("scratch")), Duration.ofSeconds(20), InstantSource.system());
        } catch (SandboxUnavailable absent) {
            return abort("Verdicts on the starter suite are not tested: " + absent.getMessage());
        }
    }
}
