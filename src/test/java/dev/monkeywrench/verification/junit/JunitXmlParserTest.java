package dev.monkeywrench.verification.junit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.monkeywrench.instance.TestId;
import dev.monkeywrench.verification.ParsedReport;
import dev.monkeywrench.verification.RawReport;
import dev.monkeywrench.verification.TestStatus;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class JunitXmlParserTest {

    private static final String PYTEST = """
            <?xml version="1.0" encoding="utf-8"?><testsuites><testsuite name="pytest" errors="1" failures="1" skipped="2" tests="7">
            <testcase classname="tests.test_a" name="test_plain" time="0.001" />
            <testcase classname="tests.test_a.TestB" name="test_c[x-y.z]" time="0.001" />
            <testcase classname="tests.test_a" name="test_bad" time="0.001"><failure message="assert 1 == 2">tests/test_a.py:9: AssertionError</failure></testcase>
            <testcase classname="tests.test_a" name="test_skipped"><skipped type="pytest.skip" message="no">why</skipped></testcase>
            <testcase classname="tests.test_a" name="test_xfail"><skipped type="pytest.xfail" message="known" /></testcase>
            <testcase classname="" name="tests.test_broken"><error message="collection failure">E SyntaxError</error></testcase>
            <testcase classname="test_root" name="test_d"><system-out>out</system-out></testcase>
            </testsuite></testsuites>""";

    private static final String SUREFIRE = """
            <?xml version="1.0" encoding="UTF-8"?>
            <testsuite xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" name="com.example.FooTest" tests="4" errors="1" skipped="1" failures="1">
              <properties><property name="java.version" value="17"/></properties>
              <testcase name="adds" classname="com.example.FooTest" time="0.01"/>
              <testcase name="fails" classname="com.example.FooTest"><failure message="expected: &lt;1&gt;" type="x"><![CDATA[org.Failed: expected
            	at com.example.FooTest.fails(FooTest.java:12)]]></failure><system-out><![CDATA[<testcase name="forged"/>]]></system-out></testcase>
              <testcase name="throws" classname="com.example.FooTest"><error type="NPE">trace</error></testcase>
              <testcase name="skipped" classname="com.example.FooTest"><skipped/></testcase>
            </testsuite>""";

    @Test
    void readsPytest() {
        assertThat(read(PYTEST).statuses())
                .containsExactly(
                        Map.entry(new TestId("tests/test_a.py::test_plain"), TestStatus.PASSED),
                        Map.entry(new TestId("tests/test_a.py::TestB::test_c[x-y.z]"), TestStatus.PASSED),
                        Map.entry(new TestId("tests/test_a.py::test_bad"), TestStatus.FAILED),
                        Map.entry(new TestId("tests/test_a.py::test_skipped"), TestStatus.SKIPPED),
                        Map.entry(new TestId("tests/test_a.py::test_xfail"), TestStatus.XFAIL),
                        Map.entry(new TestId("tests/test_broken.py"), TestStatus.ERROR),
                        Map.entry(new TestId("test_root.py::test_d"), TestStatus.PASSED));
    }

    @Test
    void readsSurefire() {
        assertThat(read(SUREFIRE).statuses())
                .containsExactly(
                        Map.entry(new TestId("com.example.FooTest.adds"), TestStatus.PASSED),
                        Map.entry(new TestId("com.example.FooTest.fails"), TestStatus.FAILED),
                        Map.entry(new TestId("com.example.FooTest.throws"), TestStatus.ERROR),
                        Map.entry(new TestId("com.example.FooTest.skipped"), TestStatus.SKIPPED));
    }

    @Test
    void keepsWhatFailuresSay() {
        assertThat(read(SUREFIRE).failures())
                .hasSize(2)
                .first()
                .asString()
                .startsWith("fails\nexpected: <1>")
                .contains("FooTest.java:12");
    }

    @Test
    void worstOfSeveralCasesWithOneNameDecides() {
        String twice = "<testsuite><testcase classname='a.B' name='c'><failure/></testcase>"
                + "<testcase classname='a.B' name='c'/></testsuite>";
        assertThat(read(twice).statuses()).containsExactly(Map.entry(new TestId("a.B.c"), TestStatus.FAILED));
    }

    @Test
    void refusesCountOfFailuresThatListsNone() {
        String doctored = "<testsuite failures='2'><testcase classname='a.B' name='c'/></testsuite>";
        assertThat(read(doctored).problems()).isNotEmpty();
    }

    @Test
    void fetchesNoExternalEntity(@TempDir Path folder) throws Exception {
        Path secret = Files.writeString(folder.resolve("secret"), "secret");
        ParsedReport report = read("<!DOCTYPE x [<!ENTITY e SYSTEM \"" + secret.toUri() + "\">]>"
                + "<testsuite><testcase classname='a' name='&e;'/></testsuite>");
        assertThat(report.problems()).isNotEmpty();
        assertThat(report.statuses()).isEmpty();
    }

    @Test
    @Timeout(10)
    void refusesBillionLaughs() {
        StringBuilder laughs = new StringBuilder("<!DOCTYPE x [<!ENTITY l0 \"ha\">");
        for (int i = 1; i < 30; i++) {
            laughs.append("<!ENTITY l%d \"&l%d;&l%d;&l%d;\">".formatted(i, i - 1, i - 1, i - 1));
        }
        laughs.append("]><testsuite><testcase classname='a' name='b'><failure>&l29;</failure></testcase></testsuite>");
        assertThat(read(laughs.toString()).problems()).isNotEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "not xml",
                "<testsuite>",
                "<testsuite><testcase name='a' classname='b'>",
                "<testsuite>\u0000</testsuite>",
                "<testsuite><testcase name='&unknown;'/></testsuite>"
            })
    void refusesWhatIsNotWellFormed(String document) {
        assertThat(read(document).problems()).isNotEmpty();
    }

    @Test
    void refusesDeepNesting() {
        String deep = "<a>".repeat(100_000) + "</a>".repeat(100_000);
        assertThat(read(deep).problems()).isNotEmpty();
    }

    @Test
    void readsMegabyteOfSpacesInUnderSecond() {
        String spaces = " ".repeat(1 << 20);
        String document = "<testsuite><testcase classname='a' name='b'><failure message='" + spaces + "'>" + spaces
                + "</failure></testcase></testsuite>";
        ParsedReport report =
                org.junit.jupiter.api.Assertions.assertTimeout(Duration.ofSeconds(10), () -> read(document));
        assertThat(report.statuses()).containsValue(TestStatus.FAILED);
        assertThat(report.failures().getFirst()).hasSizeLessThan(20_000);
    }

    @Test
    void ignoresByteOrderMark() {
        assertThat(read("\uFEFF" + SUREFIRE).statuses()).hasSize(4);
    }

    private static ParsedReport read(String document) {
        return JunitReports.parser().parse(new RawReport("", List.of(document)));
    }
}
