package dev.monkeywrench.verification;

import static dev.monkeywrench.verification.SumsProject.EXPECTED;
import static dev.monkeywrench.verification.SumsProject.RIGHT;
import static dev.monkeywrench.verification.SumsProject.TESTS;
import static dev.monkeywrench.verification.SumsProject.WRONG;
import static org.assertj.core.api.Assertions.assertThat;

import dev.monkeywrench.context.FaultEvidence;
import dev.monkeywrench.instance.ExpectedTests;
import dev.monkeywrench.instance.ReportFormat;
import dev.monkeywrench.instance.RepositoryPath;
import dev.monkeywrench.instance.TestId;
import dev.monkeywrench.instance.TestProcedure;
import dev.monkeywrench.patch.Patch;
import dev.monkeywrench.patch.Patches;
import dev.monkeywrench.verification.SumsProject.Form;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What the tests of the unpatched tree establish. */
interface UnpatchedTrees {

    SumsProject sums();

    @Test
    default void testPatchEstablishesTheLists() throws Exception {
        Patch tests = Patches.between(
                new RepositoryPath("tests/test_sums.py"),
                TESTS,
                TESTS + "\n\ndef test_double_zero():\n    assert double(0) == 0\n");
        Preparation.Ready ready = sums().ready(Form.JUNIT, Optional.of(tests.unifiedDiff()), Optional.empty());
        assertThat(ready.baseline().expected().failToPass())
                .containsExactly(new TestId("tests/test_sums.py::test_double_zero"));
        assertThat(ready.baseline().expected().passToPass()).hasSize(2);
        assertThat(sums().verdict(ready, RIGHT)).isEqualTo(new Verdict.Passed());
    }

    @Test
    default void failingTestsOfTheBaseCommitEstablishTheLists() throws Exception {
        Preparation.Ready ready = sums().ready(Form.JUNIT, Optional.empty(), Optional.empty());
        assertThat(ready.baseline().expected()).isEqualTo(EXPECTED);
    }

    @Test
    default void unsoundInstancesAreToldByField() throws Exception {
        assertThat(sums().unsound(
                                Form.LOG.procedure(), Optional.of("--- a/no\n+++ b/no\n@@ -1 +1 @@\n-a\n+b\n"), WRONG))
                .isEqualTo("test_patch");
        assertThat(sums().unsound(Form.LOG.procedure(), Optional.empty(), RIGHT))
                .isEqualTo("test_command");
        assertThat(sums().unsound(
                                new TestProcedure.TestCommand("true", new ReportFormat.JunitXml(List.of())),
                                Optional.empty(),
                                WRONG))
                .isEqualTo("test_command");
        assertThat(sums().unsound(
                                new TestProcedure.TestCommand("true", new ReportFormat.Log("parse_log_mine")),
                                Optional.empty(),
                                WRONG))
                .isEqualTo("report");
    }

    @Test
    default void contradictionsAreKept() throws Exception {
        ExpectedTests claims = new ExpectedTests(
                List.of(new TestId("tests/test_sums.py::test_double"), new TestId("tests/test_sums.py::test_one")),
                List.of(new TestId("tests/test_sums.py::test_gone")));
        assertThat(sums().ready(Form.LOG, Optional.empty(), Optional.of(claims))
                        .baseline()
                        .contradictions())
                .hasSize(2);
    }

    @Test
    default void observesWhereVisibleTestsFail() throws Exception {
        FaultEvidence evidence = sums().observed();
        assertThat(evidence.failingTests()).isEqualTo(1);
        assertThat(evidence.passingTests()).isEqualTo(2);
        assertThat(evidence.failures()).contains("assert 6 == 8");
        assertThat(evidence.frames())
                .anyMatch(frame -> frame.path().value().equals("tests/test_sums.py") && frame.line() == 5);
        assertThat(evidence.coverage()).anySatisfy(line -> {
            assertThat(line.path().value()).isEqualTo("pkg/sums.py");
            assertThat(line.line()).isEqualTo(2);
            assertThat(line.failing()).isEqualTo(1);
            assertThat(line.passing()).isEqualTo(1);
        });
    }
}
