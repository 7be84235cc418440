package dev.monkeywrench.verification.log;

import static org.assertj.core.api.Assertions.assertThat;

import dev.monkeywrench.verification.ParsedReport;
import dev.monkeywrench.verification.RawReport;
import java.io.IOException;
import java.io.InputStream;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.json.JsonMapper;

/** Logs with the answers of the harness's own parsers; docs/verification.md says how they were made. */
class LogAgreementTest {

    private static final Recorded RECORDED = recorded();

    record Recorded(Map<String, String> reference, List<Case> cases) {}

    /**
     * One log and what the reference says of it.
     *
     * @param refused whether the reference fails on it
     */
    record Case(List<String> parsers, String log, boolean refused, Map<String, String> answer) {

        @Override
        public String toString() {
            return parsers.getFirst() + " " + Integer.toHexString(log.hashCode());
        }
    }

    static final List<Case> CASES = RECORDED.cases();

    static Stream<String> everyParser() {
        return LogParsers.names().stream();
    }

    @ParameterizedTest
    @FieldSource("CASES")
    void readsWhatTheReferenceReads(Case recorded) {
        for (String parser : recorded.parsers()) {
            ParsedReport report = LogParsers.named(parser).orElseThrow().parse(RawReport.ofLog(recorded.log()));
            Map<String, String> statuses = new LinkedHashMap<>();
            report.statuses().forEach((test, status) -> statuses.put(test.value(), status.name()));
            assertThat(statuses).as(parser).isEqualTo(recorded.answer());
            assertThat(report.problems().isEmpty()).as(parser).isEqualTo(!recorded.refused());
        }
    }

    @ParameterizedTest
    @MethodSource("everyParser")
    void comparesEveryParser(String name) {
        assertThat(CASES)
                .filteredOn(recorded -> recorded.parsers().contains(name))
                .isNotEmpty();
    }

    @Test
    void namesTheParsersOfTheReference() {
        assertThat(CASES.stream().flatMap(recorded -> recorded.parsers().stream()))
                .hasSameElementsAs(LogParsers.names());
    }

    private static Recorded recorded() {
        try (InputStream file = LogAgreementTest.class.getResourceAsStream("/verification/log-parsers.json")) {
            return JsonMapper.shared().readValue(Objects.requireNonNull(file), Recorded.class);
        } catch (IOException e) {
            throw new IllegalStateException("The recorded answers cannot be read", e);
        }
    }
}
