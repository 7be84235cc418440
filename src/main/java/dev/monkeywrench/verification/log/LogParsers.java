package dev.monkeywrench.verification.log;

import dev.monkeywrench.verification.ReportParser;
import java.util.List;
import java.util.Optional;

/** The log parsers of SWE-bench's registry, by their names there. */
public final class LogParsers {

    private LogParsers() {}

    /** Empty when the registry has none of that name. */
    public static Optional<ReportParser> named(String name) {
        return Optional.ofNullable(LogTable.GRAMMARS.get(name)).map(LogParsers::parser);
    }

    /** All, in alphabetical order. */
    public static List<String> names() {
        return List.copyOf(LogTable.GRAMMARS.keySet());
    }

    private static ReportParser parser(LogGrammar grammar) {
        return raw -> {
            LogStatuses statuses = new LogStatuses();
            grammar.read(raw.log().replace("\r\n", "\n").replace('\r', '\n'), statuses);
            return statuses.report();
        };
    }
}
