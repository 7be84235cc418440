package dev.monkeywrench.verification;

import dev.monkeywrench.instance.EvalType;
import dev.monkeywrench.instance.ReportFormat;
import dev.monkeywrench.instance.TestId;
import dev.monkeywrench.instance.TestProcedure;
import dev.monkeywrench.verification.junit.JunitReports;
import dev.monkeywrench.verification.log.LogParsers;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * Reads runs of one procedure. Thread-safe.
 *
 * @param parser of its reports
 * @param byDocuments whether the report is in files, not in the log
 */
record RunReader(TestProcedure procedure, ReportParser parser, boolean byDocuments) {

    /** Empty when the procedure names a log parser that is not known. */
    static Optional<RunReader> of(TestProcedure procedure) {
        return switch (procedure) {
            case TestProcedure.EvalScript script ->
                LogParsers.named(script.logParser()).map(parser -> new RunReader(procedure, parser, false));
            case TestProcedure.TestCommand command -> of(procedure, command.report());
        };
    }

    private static Optional<RunReader> of(TestProcedure procedure, ReportFormat format) {
        return switch (format) {
            case ReportFormat.JunitXml junit -> Optional.of(new RunReader(procedure, JunitReports.parser(), true));
            case ReportFormat.Log log ->
                LogParsers.named(log.parser()).map(parser -> new RunReader(procedure, parser, false));
        };
    }

    EvalType evalType() {
        return evalType(procedure);
    }

    static EvalType evalType(TestProcedure procedure) {
        return switch (procedure) {
            case TestProcedure.EvalScript script -> script.evalType();
            case TestProcedure.TestCommand command -> EvalType.PASS_AND_FAIL;
        };
    }

    /** Reads a run; expected names are used for the tests that answer to them. */
    TestRun read(RawRun raw, Collection<TestId> expected) {
        return switch (procedure) {
            case TestProcedure.EvalScript script -> readScript(raw, expected);
            case TestProcedure.TestCommand command ->
                crossCheck(raw, raw.log(), parser.parse(new RawReport(raw.log(), raw.documents())), raw.exitCode())
                        .read(expected);
        };
    }

    private TestRun readScript(RawRun raw, Collection<TestId> expected) {
        MarkedScript script = new MarkedScript(raw.keys().frame());
        String log = script.withoutKey(raw.log());
        Optional<String> failure = script.failure(log);
        Optional<String> output = script.between(raw.log());
        if (failure.isPresent() || output.isEmpty()) {
            String reason = failure.map(said -> "The eval script said '" + said + "'")
                    .orElse("The eval script did not print the start and the end of the tests' output");
            return new TestRun(
                    TestReport.none(),
                    Optional.of(reason),
                    raw.witness().forged(),
                    List.of(),
                    List.of(),
                    log,
                    raw.witness(),
                    RunOrder.of(raw, Map.of(), expected));
        }
        ParsedReport between = parser.parse(RawReport.ofLog(output.get()));
        ParsedReport parsed = between.statuses().isEmpty() ? parser.parse(RawReport.ofLog(log)) : between;
        return crossCheck(raw, log, parsed, script.exitCode(raw.log())).read(expected);
    }

    private CrossCheck crossCheck(RawRun raw, String log, ParsedReport parsed, OptionalInt exitCode) {
        return new CrossCheck(parser, byDocuments, raw, log, parsed, exitCode);
    }
}
