package dev.monkeywrench.evaluation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.monkeywrench.context.FaultEvidence;
import dev.monkeywrench.context.LineCoverage;
import dev.monkeywrench.disk.DiskBudget;
import dev.monkeywrench.instance.GradedInstance;
import dev.monkeywrench.instance.InstanceRows;
import dev.monkeywrench.instance.Reading;
import dev.monkeywrench.instance.RepositoryPath;
import dev.monkeywrench.instance.RowPolicy;
import dev.monkeywrench.patch.Patch;
import dev.monkeywrench.patch.PatchReader;
import dev.monkeywrench.patch.ReadPatch;
import dev.monkeywrench.sandbox.Limits;
import dev.monkeywrench.sandbox.SandboxEngine;
import dev.monkeywrench.verification.Preparation;
import dev.monkeywrench.verification.Verdict;
import dev.monkeywrench.verification.Verification;
import dev.monkeywrench.verification.VerificationPolicy;
import dev.monkeywrench.verification.Verifier;
import dev.monkeywrench.verification.Verifiers;
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
import java.util.stream.Collectors;
import javax.net.ssl.SSLSocketFactory;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.node.ObjectNode;

/** Every task of the starter suite in a real sandbox: its base fails as it claims, and its gold patch resolves it. */
@TestInstance(Lifecycle.PER_CLASS)
abstract class StarterVerdictsContract {

    private static final String RUN = "starter-suite";
    private static final VerificationPolicy POLICY = new VerificationPolicy(
            new Limits(2L << 30, 2, 512, 1L << 30, 8L << 20, Duration.ofMinutes(10)),
            Duration.ofMinutes(2),
            Duration.ofMinutes(2));

    private Path home;
    private SandboxEngine engine;
    private Workspaces workspaces;
    private final Verifier verifier = Verifiers.create(new SecureRandom());

    /** Skips the class by name where the engine is absent. */
    protected abstract SandboxEngine engine(Path home) throws Exception;

    @BeforeAll
    void open(@TempDir Path folder) throws Exception {
        home = folder;
        engine = engine(home);
        RemotePolicy nothingRemote =
                new RemotePolicy(Set.of("invalid"), false, Map.of(), (SSLSocketFactory) SSLSocketFactory.getDefault());
        WorkspaceLimits limits = new WorkspaceLimits(
                1_000, 20, 8L << 20, 1L << 20, 10, 8L << 20, Duration.ofMinutes(1), Duration.ofSeconds(30));
        workspaces = GitWorkspaces.create(
                home.resolve("mirrors"),
                List.of(home.resolve("starter")),
                nothingRemote,
                limits,
                InstantSource.system(),
                DiskBudget.unbounded());
    }

    @AfterAll
    void close() {
        if (engine != null) {
            engine.close();
        }
    }

    static List<String> instanceIds() {
        return StarterSuiteTest.tasks().stream()
                .map(task -> task.instanceId().value())
                .toList();
    }

    @ParameterizedTest
    @MethodSource("instanceIds")
    void baseFailsAsClaimedAndGoldResolves(String instanceId) throws Exception {
        GradedInstance graded = graded(instanceId);
        try (Workspace workspace = workspace(graded)) {
            Preparation preparation = verifier.prepare(graded, workspace, engine, RUN, POLICY, Optional.empty());
            assertThat(preparation).isInstanceOf(Preparation.Ready.class);
            Preparation.Ready ready = (Preparation.Ready) preparation;
            assertThat(ready.baseline().contradictions()).isEmpty();

            Verification verification = ready.verifier().verify(gold(graded), "verify-gold");
            assertThat(verification.verdict()).as(verification.log()).isEqualTo(new Verdict.Passed());
        }
    }

    @ParameterizedTest
    @MethodSource("instanceIds")
    void failingTestsAreSeenUnlessATestPatchHoldsThem(String instanceId) throws Exception {
        GradedInstance graded = graded(instanceId);
        try (Workspace workspace = workspace(graded)) {
            FaultEvidence evidence = verifier.observe(graded.instance(), workspace, engine, RUN, POLICY);

            boolean hidden = !row(instanceId).path("test_patch").asString().isEmpty();
            int failing = row(instanceId).path("FAIL_TO_PASS").size();
            assertThat(evidence.failingTests()).isEqualTo(hidden ? 0 : failing);
            assertThat(evidence.failures().isEmpty()).isEqualTo(hidden);
            assertThat(evidence.frames().isEmpty()).isEqualTo(hidden);
            Set<RepositoryPath> ran = evidence.coverage().stream()
                    .filter(line -> line.failing() > 0)
                    .map(LineCoverage::path)
                    .collect(Collectors.toSet());
            Set<RepositoryPath> mended = hidden ? Set.of() : gold(graded).paths();
            assertThat(ran).as("files that failing tests run").containsAll(mended);
        }
    }

    private ObjectNode row(String instanceId) {
        return StarterSuiteTest.rows(home).stream()
                .filter(row -> row.path("instance_id").asString().equals(instanceId))
                .findFirst()
                .orElseThrow();
    }

    private GradedInstance graded(String instanceId) {
        Reading reading =
                InstanceRows.read(row(instanceId), RowPolicy.standard().under(home.resolve("starter")));
        assertThat(reading).isInstanceOf(Reading.Read.class);
        return ((Reading.Read) reading).instance();
    }

    private Workspace workspace(GradedInstance graded) throws InterruptedException {
        Opening opening = workspaces.open(graded.instance());
        assertThat(opening).isInstanceOf(Opening.Opened.class);
        return ((Opening.Opened) opening).workspace();
    }

    private static Patch gold(GradedInstance graded) {
        ReadPatch read = PatchReader.read(graded.goldPatch().orElseThrow().unifiedDiff());
        assertThat(read).isInstanceOf(ReadPatch.Read.class);
        return ((ReadPatch.Read) read).patch();
    }
}
