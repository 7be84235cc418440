package dev.monkeywrench.verification.log;

import java.util.List;
import java.util.function.Function;
import java.util.function.UnaryOperator;

/** How one kind of log names tests and their endings. Bounded in time by the length of the log. */
@FunctionalInterface
interface LogGrammar {

    void read(String log, LogStatuses statuses);

    /** Two runners under one name: whichever the log is of. */
    default LogGrammar orElse(LogGrammar other) {
        return (log, statuses) -> {
            read(log, statuses);
            if (statuses.isEmpty()) {
                other.read(log, statuses);
            }
        };
    }

    default LogGrammar andThen(LogGrammar other) {
        return (log, statuses) -> {
            read(log, statuses);
            other.read(log, statuses);
        };
    }

    /** Reads a part of the log. */
    default LogGrammar within(UnaryOperator<String> part) {
        return (log, statuses) -> read(part.apply(log), statuses);
    }

    /** Reads each of several parts, as if each was a log. */
    default LogGrammar withinEach(Function<String, List<String>> parts) {
        return (log, statuses) -> parts.apply(log).forEach(part -> read(part, statuses));
    }
}
