package dev.monkeywrench.verification;

import static dev.monkeywrench.verification.SumsProject.EXPECTED;
import static dev.monkeywrench.verification.SumsProject.RIGHT;
import static dev.monkeywrench.verification.SumsProject.WRONG;
import static org.assertj.core.api.Assertions.assertThat;

import dev.monkeywrench.instance.ReportFormat;
import dev.monkeywrench.instance.RepositoryPath;
import dev.monkeywrench.instance.TestId;
import dev.monkeywrench.instance.TestProcedure;
import dev.monkeywrench.patch.Patch;
import dev.monkeywrench.patch.Patches;
import dev.monkeywrench.verification.SumsProject.Form;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Candidates that are right, wrong, empty, endless or greedy, and do not try to pass by other means. */
interface HonestCandidates {

    SumsProject sums();

    @ParameterizedTest
    @EnumSource(Form.class)
    default void rightPatchPassesAndWrongOneFails(Form form) throws Exception {
        Preparation.Ready ready = sums().ready(form, Optional.empty(), Optional.of(EXPECTED));
        assertThat(ready.baseline().contradictions()).isEmpty();
        assertThat(sums().verdict(ready, RIGHT)).isEqualTo(new Verdict.Passed());
        assertThat(sums().verdict(ready, WRONG.replace("x + 2", "x + 3"))).isInstanceOf(Verdict.Failed.class);
        assertThat(sums().verdict(ready, WRONG + "\n# nothing\n"))
                .isInstanceOfSatisfying(
                        Verdict.Failed.class,
                        failed -> assertThat(failed.stillFailing()).containsExactlyElementsOf(EXPECTED.failToPass()));
        assertThat(sums().verdict(ready, "def double(x:\n")).isInstanceOf(Verdict.Failed.class);
    }

    @Test
    default void emptyPatchIsNotApplied() throws Exception {
        assertThat(sums().verify(sums().ready(Form.LOG), Patches.none()).verdict())
                .isInstanceOf(Verdict.NotApplied.class);
    }

    @Test
    default void patchOfAnotherTreeIsNotApplied() throws Exception {
        Patch other = Patches.between(new RepositoryPath("pkg/sums.py"), "a\nb\nc\n", "a\nx\nc\n");
        assertThat(sums().verify(sums().ready(Form.LOG), other).verdict()).isInstanceOf(Verdict.NotApplied.class);
    }

    @Test
    default void endlessLoopTimesOut() throws Exception {
        assertThat(sums().verdict(sums().ready(Form.LOG), RIGHT + "\nwhile True:\n    pass\n"))
                .isInstanceOf(Verdict.TimedOut.class);
    }

    @Test
    default void greedFails() throws Exception {
        assertThat(sums().verdict(
                                sums().ready(Form.LOG), RIGHT + "\nhoard = [b'x' * (1 << 20) for _ in range(8192)]\n"))
                .isInstanceOf(Verdict.Failed.class);
    }

    @Test
    default void judgesJava() throws Exception {
        String wrong =
                "package a;\npublic class Sums {\n  public static int twice(int x) {\n    return x + 2;\n  }\n}\n";
        String right = wrong.replace("x + 2", "x * 2");
        Map<String, String> project = Map.of(
                "pom.xml", "<project/>\n",
                "src/main/java/a/Sums.java", wrong,
                "src/test/java/a/SumsTest.java", """
                        package a;
                        import static org.junit.jupiter.api.Assertions.assertEquals;
                        import org.junit.jupiter.api.Test;
                        class SumsTest {
                          @Test void twiceFour() { assertEquals(8, Sums.twice(4)); }
                          @Test void twiceTwo() { assertEquals(4, Sums.twice(2)); }
                        }
                        """);
        TestProcedure procedure =
                new TestProcedure.TestCommand("/opt/monkeywrench/bin/junit-run", new ReportFormat.JunitXml(List.of()));
        Preparation.Ready ready = sums().ready(project, procedure, Optional.empty(), Optional.empty());
        assertThat(ready.baseline().expected().failToPass()).containsExactly(new TestId("a.SumsTest.twiceFour"));
        assertThat(java(ready, wrong, right)).isEqualTo(new Verdict.Passed());
        assertThat(java(ready, wrong, wrong.replace("x + 2", "x + 1"))).isInstanceOf(Verdict.Failed.class);
        assertThat(java(ready, wrong, wrong.replace("x + 2", "x +"))).isInstanceOf(Verdict.Failed.class);
        assertThat(java(ready, wrong, wrong.replace("return x + 2;", "Runtime.getRuntime().halt(0); return 0;")))
                .isInstanceOf(Verdict.Failed.class);
        assertThat(java(ready, wrong, wrong.replace("return x + 2;", "while (true) { if (x < 0) { return 1; } }")))
                .isInstanceOf(Verdict.TimedOut.class);
    }

    private Verdict java(Preparation.Ready ready, String before, String after) throws Exception {
        return sums().verify(ready, Patches.between(new RepositoryPath("src/main/java/a/Sums.java"), before, after))
                .verdict();
    }
}
