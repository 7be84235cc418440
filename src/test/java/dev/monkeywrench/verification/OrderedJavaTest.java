package dev.monkeywrench.verification;

import static dev.monkeywrench.verification.SumsInJava.HEAD;
import static dev.monkeywrench.verification.SumsInJava.RIGHT;
import static dev.monkeywrench.verification.SumsInJava.WRONG;
import static dev.monkeywrench.verification.SumsInJava.verify;
import static org.assertj.core.api.Assertions.assertThat;

import dev.monkeywrench.instance.ExpectedTests;
import dev.monkeywrench.instance.ReportFormat;
import dev.monkeywrench.instance.TestId;
import dev.monkeywrench.sandbox.SandboxEngine;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What decides runs first under junit-run as well, in fresh and in kept sandboxes alike. */
@Tag("bubblewrap")
@Timeout(180)
class OrderedJavaTest {

    /** How junit-run's answer is read. */
    enum Form {
        XML,
        LOG;

        ReportFormat format() {
            return switch (this) {
                case XML -> new ReportFormat.JunitXml(List.of());
                case LOG -> new ReportFormat.Log("parse_log_gradle_custom");
            };
        }
    }

    private static final TestId HOLDING = new TestId("a.SumsTest.twice[1]");
    private static final TestId REPAIRED = new TestId("a.SumsTest.twice[2]");
    private static final TestId ONE = new TestId("a.SumsTest.one");
    private static final TestId INNER = new TestId("a.SumsTest$Inner.two");
    private static final ExpectedTests EXPECTED = new ExpectedTests(List.of(REPAIRED), List.of(HOLDING, ONE, INNER));
    private static final String TESTS = HEAD + """
            class SumsTest {
              @Test void one() { assertEquals(1, Sums.one()); }
              @ParameterizedTest @ValueSource(ints = {2, 4}) void twice(int x) { assertEquals(x + x, Sums.twice(x)); }
              @Nested class Inner {
                @Test void two() { assertEquals(2, Sums.two()); }
              }
            }
            """;
    private static final ExpectedTests IN_ORDER = new ExpectedTests(
            List.of(new TestId("a.SumsTest.repaired")),
            List.of(new TestId("a.SumsTest.first"), new TestId("a.SumsTest.last")));

    @TempDir
    private Path folder;

    private Optional<SandboxEngine> engine = Optional.empty();

    @AfterEach
    void closeEngine() {
        engine.ifPresent(SandboxEngine::close);
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void failureEndsTheRunAndTheRestIsReportedAsNotRun(boolean kept) throws Exception {
        Preparation.Ready ready = ready(TESTS, EXPECTED, Form.XML, kept);
        assertThat(ready.baseline().ordered().orElseThrow().differing()).isEmpty();
        failAudited(ready);
        assertStopsAtTheRepairedTest(verify(ready, WRONG + "// nothing\n"));
        String regression = RIGHT.replace("return 2", "return 3");
        assertThat(verify(ready, regression).verdict())
                .isInstanceOfSatisfying(
                        Verdict.Failed.class,
                        failed -> assertThat(failed.broken()).containsExactly(INNER));
        assertThat(verify(ready, regression + "// again\n").report().statuses())
                .as("what failed before comes next")
                .isEqualTo(Map.of(
                        HOLDING, TestStatus.PASSED,
                        REPAIRED, TestStatus.PASSED,
                        INNER, TestStatus.FAILED,
                        ONE, TestStatus.NOT_RUN));
        Verification passing = verify(ready, RIGHT);
        assertThat(passing.verdict()).isEqualTo(new Verdict.Passed());
        assertThat(passing.report().statuses()).hasSize(4).doesNotContainValue(TestStatus.NOT_RUN);
    }

    @Test
    void methodsThatShareTheNameOfARepairedTestComeFirstWithIt() throws Exception {
        String tests = TESTS.replace(
                "@Test void one()", "@Test void twice() { assertEquals(4, Sums.twice(2)); }\n  @Test void one()");
        Preparation.Ready ready = ready(tests, EXPECTED, Form.XML, true);
        failAudited(ready);
        assertThat(verify(ready, WRONG + "// nothing\n").report().statuses())
                .containsEntry(REPAIRED, TestStatus.FAILED)
                .containsEntry(INNER, TestStatus.NOT_RUN);
        assertThat(verify(ready, RIGHT).verdict()).isEqualTo(new Verdict.Passed());
    }

    @ParameterizedTest
    @EnumSource(Form.class)
    void endOfARunIsToldWhicheverReportIsRead(Form form) throws Exception {
        Preparation.Ready ready = ready(TESTS, EXPECTED, form, true);
        failAudited(ready);
        assertStopsAtTheRepairedTest(verify(ready, WRONG + "// nothing\n"));
    }

    private static void assertStopsAtTheRepairedTest(Verification verification) {
        assertThat(verification.report().statuses())
                .as("%s", verification)
                .isEqualTo(Map.of(
                        HOLDING, TestStatus.PASSED,
                        REPAIRED, TestStatus.FAILED,
                        INNER, TestStatus.NOT_RUN,
                        ONE, TestStatus.NOT_RUN));
        assertThat(verification.verdict()).isInstanceOfSatisfying(Verdict.Failed.class, failed -> {
            assertThat(failed.stillFailing()).containsExactly(REPAIRED);
            assertThat(failed.broken()).isEmpty();
            assertThat(failed.reason()).contains("2 tests were not run");
        });
    }

    /** A run of the natural order has no end but its own, whatever its report says. */
    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void claimToHaveBeenStoppedHelpsNobody(boolean kept) throws Exception {
        Preparation.Ready ready = ready(TESTS, EXPECTED, Form.XML, kept);
        String claim = WRONG.replace("{ return x + 2; }", """
                {
                    try {
                      java.nio.file.Files.writeString(java.nio.file.Path.of(System.getenv("MW_JUNIT_XML")),
                          "<?xml version=\\"1.0\\" encoding=\\"UTF-8\\"?><testsuite name=\\"junit-run\\" order=\\"stopped\\">"
                          + "<testcase classname=\\"a.SumsTest\\" name=\\"twice[1]\\"/></testsuite>");
                    } catch (java.io.IOException e) {
                      throw new java.io.UncheckedIOException(e);
                    }
                    Runtime.getRuntime().halt(1);
                    return 0;
                  }""");
        for (int i = 0; i < 5; i++) {
            assertThat(verify(ready, claim + "// " + i + "\n").verdict()).isInstanceOf(Verdict.Failed.class);
        }
        assertThat(verify(ready, RIGHT).verdict()).isEqualTo(new Verdict.Passed());
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void failToPassHaveALimitOfTheirOwn(boolean kept) throws Exception {
        // a long test that holds makes the limit of the whole run long
        Preparation.Ready ready = ready(
                TESTS.replace("{ assertEquals(1, Sums.one()); }", "throws Exception { Thread.sleep(1500); }"),
                EXPECTED,
                Form.XML,
                kept);
        failAudited(ready);
        String endless = WRONG.replace("return x + 2;", "while (x == 4) { Thread.onSpinWait(); } return x + 2;");
        Verification verification = verify(ready, endless);
        assertThat(verification.verdict())
                .isInstanceOfSatisfying(
                        Verdict.TimedOut.class,
                        late -> assertThat(late.reason()).contains("FAIL_TO_PASS alone"));
    }

    /** The repaired test needs what the one before it leaves behind. */
    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void orderThatARepairedTestNeedsDoesNotFailTheRightPatch(boolean kept) throws Exception {
        Preparation.Ready ready = ready(HEAD + """
                @TestMethodOrder(MethodOrderer.OrderAnnotation.class)
                class SumsTest {
                  static int state = 0;
                  @Test @Order(1) void first() { state++; }
                  @Test @Order(2) void repaired() { assertEquals(8, Sums.twice(4)); assertTrue(state > 0); }
                  @Test @Order(3) void last() {}
                }
                """, IN_ORDER, Form.XML, kept);
        assertThat(ready.baseline().ordered().orElseThrow().differing()).isEmpty();
        assertThat(verify(ready, RIGHT).verdict()).isEqualTo(new Verdict.Passed());
        failAudited(ready);
        assertThat(verify(ready, RIGHT + "// again\n").verdict()).isEqualTo(new Verdict.Passed());
    }

    /** A regression test that fails when it does not come first. */
    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void orderThatTheUnpatchedTreeNeedsIsKept(boolean kept) throws Exception {
        Preparation.Ready ready = ready(HEAD + """
                @TestMethodOrder(MethodOrderer.OrderAnnotation.class)
                class SumsTest {
                  static int state = 0;
                  @Test @Order(1) void first() { assertEquals(0, state); }
                  @Test @Order(2) void repaired() { state++; assertEquals(8, Sums.twice(4)); }
                  @Test @Order(3) void last() {}
                }
                """, IN_ORDER, Form.XML, kept);
        assertThat(ready.baseline().ordered().orElseThrow().differing())
                .containsExactly(new TestId("a.SumsTest.first"));
        assertThat(verify(ready, RIGHT).verdict()).isEqualTo(new Verdict.Passed());
    }

    /** The first few failures of an instance are looked at in the natural order, too. */
    private static void failAudited(Preparation.Ready ready) throws Exception {
        for (int i = 0; i < 3; i++) {
            assertThat(verify(ready, WRONG + "// " + i + "\n").verdict()).isInstanceOf(Verdict.Failed.class);
        }
    }

    private Preparation.Ready ready(String tests, ExpectedTests expected, Form form, boolean kept) throws Exception {
        Path home = Files.createDirectory(folder.resolve("home"));
        SandboxEngine opened = kept ? BubblewrapFixture.kept(home) : BubblewrapFixture.engine(home);
        engine = Optional.of(opened);
        return SumsInJava.ready(
                Files.createDirectory(folder.resolve("repository")), opened, tests, expected, form.format());
    }
}
