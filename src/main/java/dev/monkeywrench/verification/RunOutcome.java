package dev.monkeywrench.verification;

import java.time.Duration;

/** How one run of the tests in a sandbox ended. */
sealed interface RunOutcome {

    /** What was printed before the end, capped. */
    String log();

    Duration elapsed();

    /** The tests ran to an end; what the end is worth is another question. */
    record Ran(RawRun run, Duration elapsed) implements RunOutcome {
        @Override
        public String log() {
            return run.log();
        }
    }

    record NotApplied(String said, Duration elapsed) implements RunOutcome {
        @Override
        public String log() {
            return said;
        }
    }

    record TestsNotApplied(String said, Duration elapsed) implements RunOutcome {
        @Override
        public String log() {
            return said;
        }
    }

    record TimedOut(String log, Duration elapsed) implements RunOutcome {}

    record OutOfMemory(String log, Duration elapsed) implements RunOutcome {}

    /** The driver did not come to its own end: it was killed, or what it had to say did not fit. */
    record Cut(String reason, String log, Duration elapsed) implements RunOutcome {}
}
