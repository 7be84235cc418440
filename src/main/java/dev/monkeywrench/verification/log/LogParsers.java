package dev.monkeywrench.verification.log;

import dev.monkeywrench.verification.ParsedReport;
import dev.monkeywrench.verification.ReportParser;
import java.util.List;
import java.util.Optional;

/** The log parsers of SWE-bench's registry, by their names there. */
public final class LogParsers {

    private LogParsers() {}

    /** Empty when none of that name is known, or the one known is not read here yet. */
    public static Optional<ReportParser> named(String name) {
        return Optional.ofNullable(LogTable.GRAMMARS.get(name)).map(LogParsers::parser);
    }

    /** Those that are read, in alphabetical order. */
    public static List<String> names() {
        return List.copyOf(LogTable.GRAMMARS.keySet());
    }

    /** Whether the registry names it although it is not read here. */
    public static boolean isKnownElsewhere(String name) {
        return LogTable.NOT_READ.contains(name);
    }

    private static ReportParser parser(LogGrammar grammar) {
        return raw -> {
            LogStatuses statuses = new LogStatuses();
            grammar.read(raw.log().replace("\r\n", "\n").replace('\r', '\n'), statuses);
            return ParsedReport.of(statuses.all());
        };
    }
}
