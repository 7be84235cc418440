package dev.monkeywrench.verification.log;

/** How one kind of log names tests and their endings. Bounded in time by the length of the log. */
@FunctionalInterface
interface LogGrammar {

    void read(String log, LogStatuses statuses);
}
