package dev.monkeywrench.verification;

import static org.assertj.core.api.Assertions.assertThat;

import dev.monkeywrench.instance.TestId;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ReportedNamesTest {

    @ParameterizedTest
    @CsvSource({
        "com.example.FooTest.bar,com.example.FooTest#bar",
        "com.example.FooTest.bar(),com.example.FooTest#bar",
        "tests/test_a.py::TestB::test_c[x/y],tests.test_a.TestB.test_c[x/y]",
        "tests/test_a.py::test_c,tests.test_a.test_c",
    })
    void answersToTheNameThatWasExpected(String reported, String expected) {
        Map<TestId, TestStatus> aligned =
                ReportedNames.align(Map.of(new TestId(reported), TestStatus.PASSED), List.of(new TestId(expected)));
        assertThat(aligned).containsOnlyKeys(new TestId(expected));
    }

    @Test
    void keepsParametersApart() {
        TestId reported = new TestId("t.py::test_a[x/y]");
        assertThat(ReportedNames.align(Map.of(reported, TestStatus.PASSED), List.of(new TestId("t.py::test_a[x.y]"))))
                .containsOnlyKeys(reported);
    }

    @Test
    void nameThatTwoTestsAnswerToMatchesNone() {
        Map<TestId, TestStatus> statuses =
                Map.of(new TestId("a/b.py::t"), TestStatus.PASSED, new TestId("a.b#t"), TestStatus.FAILED);
        assertThat(ReportedNames.align(statuses, List.of(new TestId("a.b.t")))).isEqualTo(statuses);
    }
}
