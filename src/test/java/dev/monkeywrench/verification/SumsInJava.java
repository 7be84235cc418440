package dev.monkeywrench.verification;

import static org.assertj.core.api.Assertions.assertThat;

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
import dev.monkeywrench.instance.TestProcedure;
import dev.monkeywrench.instance.VisibleTests;
import dev.monkeywrench.patch.Patches;
import dev.monkeywrench.sandbox.Limits;
import dev.monkeywrench.sandbox.SandboxEngine;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;

/** A class with a fault, whose tests junit-run runs until they are decided. */
final class SumsInJava {

    static final String WRONG = """
            package a;
            public class Sums {
              public static int twice(int x) { return x + 2; }
              public static int one() { return 1; }
              public static int two() { return 2; }
            }
            """;
    static final String RIGHT = WRONG.replace("x + 2", "x * 2");
    /** Of a test class. */
    static final String HEAD = """
            package a;
            import static org.junit.jupiter.api.Assertions.*;
            import org.junit.jupiter.api.*;
            import org.junit.jupiter.params.*;
            import org.junit.jupiter.params.provider.*;
            """;

    private static final VerificationPolicy POLICY = new VerificationPolicy(
            new Limits(1L << 30, 2, 256, 256L << 20, 4L << 20, Duration.ofMinutes(10)),
            Duration.ofMinutes(2),
            Duration.ofMinutes(1),
            false,
            new RepeatPolicy(1, 2, Duration.ZERO, 40, Duration.ofMinutes(3)),
            StatusDemand.UNTIL_DECIDED);

    private SumsInJava() {}

    static Verification verify(Preparation.Ready ready, String text) throws Exception {
        return ready.verifier()
                .verify(Patches.between(new RepositoryPath("src/main/java/a/Sums.java"), WRONG, text), "verify");
    }

    /**
     * @param folder an empty one
     * @param tests the text of the class SumsTest
     */
    static Preparation.Ready ready(
            Path folder, SandboxEngine engine, String tests, ExpectedTests expected, ReportFormat format)
            throws Exception {
        Map<String, String> project = Map.of(
                "pom.xml", "<project/>\n", "src/main/java/a/Sums.java", WRONG, "src/test/java/a/SumsTest.java", tests);
        try (FolderWorkspace workspace = new FolderWorkspace(folder, project)) {
            Instance instance = new Instance(
                    new InstanceId("test__order-2"),
                    new RepositoryRef.InImage(),
                    workspace.baseCommit(),
                    new ProblemStatement("twice does not"),
                    new Environment.Unstated(),
                    VisibleTests.none());
            TestProcedure procedure = new TestProcedure.TestCommand("/opt/monkeywrench/bin/junit-run", format);
            HiddenTests hidden = new HiddenTests(procedure, Optional.empty(), Optional.of(expected));
            Preparation preparation = Verifiers.create(new SecureRandom())
                    .prepare(
                            new GradedInstance(instance, hidden, Optional.empty()),
                            workspace,
                            engine,
                            "test",
                            POLICY,
                            Optional.empty());
            assertThat(preparation).isInstanceOf(Preparation.Ready.class);
            return (Preparation.Ready) preparation;
        }
    }
}
