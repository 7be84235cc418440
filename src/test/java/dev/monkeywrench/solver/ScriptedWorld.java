package dev.monkeywrench.solver;

import dev.monkeywrench.context.FaultEvidence;
import dev.monkeywrench.instance.CommitId;
import dev.monkeywrench.instance.Environment;
import dev.monkeywrench.instance.ExpectedTests;
import dev.monkeywrench.instance.GradedInstance;
import dev.monkeywrench.instance.HiddenTests;
import dev.monkeywrench.instance.Instance;
import dev.monkeywrench.instance.InstanceId;
import dev.monkeywrench.instance.ProblemStatement;
import dev.monkeywrench.instance.ReportFormat;
import dev.monkeywrench.instance.RepositoryPath;
import dev.monkeywrench.instance.RepositoryRef;
import dev.monkeywrench.instance.TestId;
import dev.monkeywrench.instance.TestProcedure;
import dev.monkeywrench.instance.VisibleTests;
import dev.monkeywrench.ledger.Tariff;
import dev.monkeywrench.model.LanguageModel;
import dev.monkeywrench.model.LanguageModels;
import dev.monkeywrench.model.ModelId;
import dev.monkeywrench.patch.Patch;
import dev.monkeywrench.sampling.Arm;
import dev.monkeywrench.sampling.DrawOutcome;
import dev.monkeywrench.sampling.SampleSource;
import dev.monkeywrench.sampling.Sampler;
import dev.monkeywrench.sampling.SamplingBrief;
import dev.monkeywrench.sandbox.Limits;
import dev.monkeywrench.sandbox.Owner;
import dev.monkeywrench.sandbox.Sandbox;
import dev.monkeywrench.sandbox.SandboxKind;
import dev.monkeywrench.sandbox.Sandboxes;
import dev.monkeywrench.sandbox.Template;
import dev.monkeywrench.sandbox.TemplateSpec;
import dev.monkeywrench.selection.Selectors;
import dev.monkeywrench.verification.Baseline;
import dev.monkeywrench.verification.InstanceVerifier;
import dev.monkeywrench.verification.Preparation;
import dev.monkeywrench.verification.TestReport;
import dev.monkeywrench.verification.Verdict;
import dev.monkeywrench.verification.Verification;
import dev.monkeywrench.verification.VerificationPolicy;
import dev.monkeywrench.verification.Verifier;
import dev.monkeywrench.workspace.Opening;
import dev.monkeywrench.workspace.SourceFile;
import dev.monkeywrench.workspace.Workspace;
import dev.monkeywrench.workspace.Workspaces;
import java.io.OutputStream;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;

/** Everything around a solver, scripted: draws by a function, verdicts by another, both counted. */
final class ScriptedWorld {

    interface Drawing {
        DrawOutcome of(dev.monkeywrench.sampling.Draw draw) throws InterruptedException;
    }

    interface Judging {
        Verdict of(Patch patch) throws InterruptedException;
    }

    final AtomicInteger draws = new AtomicInteger();
    final AtomicBoolean read = new AtomicBoolean();
    final AtomicInteger verifications = new AtomicInteger();
    final AtomicInteger baselines = new AtomicInteger();
    private final Drawing drawing;
    private final Judging judging;

    ScriptedWorld(Drawing drawing, Judging judging) {
        this.drawing = drawing;
        this.judging = judging;
    }

    static final GradedInstance INSTANCE = new GradedInstance(
            new Instance(
                    new InstanceId("test-1"),
                    new RepositoryRef.Local(Path.of("/nowhere")),
                    new CommitId("0123456789012345678901234567890123456789"),
                    new ProblemStatement(""),
                    new Environment.Unstated(),
                    VisibleTests.none()),
            new HiddenTests(
                    new TestProcedure.TestCommand("true", new ReportFormat.JunitXml(List.of())),
                    Optional.empty(),
                    Optional.empty()),
            Optional.empty());

    static final VerificationPolicy POLICY = new VerificationPolicy(
            new Limits(1, 1, 1, 1, 1, Duration.ofMinutes(1)), Duration.ofMinutes(1), Duration.ofMinutes(1));

    /** Remembers whether anybody was to look at files. */
    private Workspaces workspaces() {
        return new Workspaces() {
            @Override
            public Opening open(Instance instance) {
                read.set(true);
                return openUnread(instance);
            }

            @Override
            public Opening openUnread(Instance instance) {
                return new Opening.Opened(new EmptyWorkspace());
            }
        };
    }

    Solver solver() {
        return Solvers.bySampling(new SolverParts(
                workspaces(),
                List.of(sampler()),
                noModels(),
                new NoSandboxes(),
                verifier(),
                Selectors.votesThenSize(),
                new Tariff(List.of()),
                Clock.systemUTC(),
                time -> {},
                new Patience(3, Duration.ZERO, Duration.ZERO)));
    }

    private Sampler sampler() {
        return new Sampler() {
            @Override
            public String name() {
                return "scripted";
            }

            @Override
            public SampleSource prepare(SamplingBrief brief, Arm arm) {
                return asked -> {
                    List<DrawOutcome> outcomes = new java.util.ArrayList<>();
                    for (dev.monkeywrench.sampling.Draw draw : asked) {
                        draws.incrementAndGet();
                        outcomes.add(drawing.of(draw));
                    }
                    return outcomes;
                };
            }
        };
    }

    private Verifier verifier() {
        return new Verifier() {
            @Override
            public Preparation prepare(
                    GradedInstance instance,
                    Workspace workspace,
                    Sandboxes sandboxes,
                    String run,
                    VerificationPolicy policy,
                    Optional<Baseline> known) {
                if (known.isEmpty()) {
                    baselines.incrementAndGet();
                }
                Baseline baseline = new Baseline(
                        new ExpectedTests(List.of(new TestId("t")), List.of()),
                        List.of(),
                        TestReport.none(),
                        Duration.ZERO);
                InstanceVerifier judge = (patch, label) -> {
                    verifications.incrementAndGet();
                    Verdict verdict = judging.of(patch);
                    return new Verification(verdict, TestReport.none(), List.of(), "", Duration.ZERO);
                };
                return new Preparation.Ready(judge, known.orElse(baseline));
            }

            @Override
            public FaultEvidence observe(
                    Instance instance,
                    Workspace workspace,
                    Sandboxes sandboxes,
                    String run,
                    VerificationPolicy policy) {
                return FaultEvidence.none();
            }
        };
    }

    private static LanguageModels noModels() {
        return new LanguageModels() {
            @Override
            public Optional<LanguageModel> find(ModelId id) {
                return Optional.empty();
            }

            @Override
            public List<ModelId> ids() {
                return List.of();
            }
        };
    }

    private static final class NoSandboxes implements Sandboxes {

        @Override
        public SandboxKind kind() {
            return SandboxKind.DOCKER;
        }

        @Override
        public Template prepare(TemplateSpec spec) {
            throw new AssertionError("nothing is prepared here");
        }

        @Override
        public Sandbox open(Template template, Limits limits, Owner owner) {
            throw new AssertionError("nothing is opened here");
        }
    }

    private static final class EmptyWorkspace implements Workspace {

        @Override
        public CommitId baseCommit() {
            return INSTANCE.instance().baseCommit();
        }

        @Override
        public List<SourceFile> files() {
            return List.of();
        }

        @Override
        public Optional<byte[]> read(RepositoryPath path) {
            return Optional.empty();
        }

        @Override
        public String digest() {
            return "empty";
        }

        @Override
        public void writeTar(OutputStream out) {}

        @Override
        public void close() {}
    }
}
