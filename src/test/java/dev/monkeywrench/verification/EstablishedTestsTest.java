package dev.monkeywrench.verification;

import static org.assertj.core.api.Assertions.assertThat;

import dev.monkeywrench.instance.TestId;
import java.util.Map;
import org.junit.jupiter.api.Test;

class EstablishedTestsTest {

    private static final TestId NEW = new TestId("t.py::new");
    private static final TestId OLD = new TestId("t.py::old");
    private static final TestId FINE = new TestId("t.py::fine");

    @Test
    void testsThatFailedBeforeDoNotDecide() {
        EstablishedTests established = EstablishedTests.from(
                Map.of(OLD, TestStatus.FAILED, FINE, TestStatus.PASSED),
                Map.of(NEW, TestStatus.FAILED, OLD, TestStatus.FAILED, FINE, TestStatus.XFAIL));
        assertThat(established.failToPass()).containsExactly(NEW);
        assertThat(established.passToPass()).containsExactly(FINE);
    }

    @Test
    void allThatFailDecideWhereNoneIsNew() {
        EstablishedTests established =
                EstablishedTests.from(Map.of(OLD, TestStatus.FAILED), Map.of(OLD, TestStatus.ERROR));
        assertThat(established.failToPass()).containsExactly(OLD);
    }

    @Test
    void skippedTestsDecideNothing() {
        EstablishedTests established = EstablishedTests.from(Map.of(), Map.of(FINE, TestStatus.SKIPPED));
        assertThat(established.failToPass()).isEmpty();
        assertThat(established.passToPass()).isEmpty();
    }

    @Test
    void fileThatCannotBeLoadedNamesNoTest() {
        EstablishedTests established =
                EstablishedTests.from(Map.of(), Map.of(new TestId("tests/test_a.py"), TestStatus.ERROR));
        assertThat(established.failToPass()).isEmpty();
        assertThat(established.whyNothingFails()).contains("tests/test_a.py").contains("Give FAIL_TO_PASS");
    }
}
