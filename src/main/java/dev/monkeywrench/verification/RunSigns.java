package dev.monkeywrench.verification;

import com.google.re2j.Matcher;
import com.google.re2j.Pattern;
import java.util.Optional;

/** What a log tells beside the tests it names. */
final class RunSigns {

    /** The summaries of test runners, each with a count above zero: one that never ran prints them too, with zero. */
    private static final Pattern SUITE_RAN = Pattern.compile(
            "Executed [1-9]\\d* of \\d+"
                    + "|TOTAL: [1-9]\\d* (?:SUCCESS|FAILED)"
                    + "|[1-9]\\d* passing"
                    + "|Tests:\\s+[1-9]\\d*"
                    + "|Test Suites:\\s+(?:\\d+ \\w+, )*[1-9]\\d* total"
                    + "|^# tests [1-9]\\d*"
                    + "|[1-9]\\d* specs?, \\d+ failures?"
                    + "|': ok$",
            Pattern.MULTILINE);
    /** Nothing a patch to the repository's own code would bring about. */
    private static final Pattern BROKEN_ENVIRONMENT = Pattern.compile("Failed to launch|Failed to connect to the bus"
            + "|cannot open display|Missing X server|unable to open X display"
            + "|Error response from daemon|Cannot connect to the Docker daemon"
            + "|Could not resolve host|Temporary failure in name resolution");

    private static final Pattern MAVEN_COUNT =
            Pattern.compile("Tests run: \\d+, Failures: (\\d{1,9}), Errors: (\\d{1,9})");

    private RunSigns() {}

    static boolean suiteRan(String log) {
        return SUITE_RAN.matcher(log).find();
    }

    /** The words that say so. */
    static Optional<String> brokenEnvironment(String log) {
        Matcher matcher = BROKEN_ENVIRONMENT.matcher(log);
        return matcher.find() ? Optional.of(matcher.group()) : Optional.empty();
    }

    /** Whether Surefire counted a failure. */
    static boolean surefireCountedFailure(String log) {
        Matcher count = MAVEN_COUNT.matcher(log);
        while (count.find()) {
            if (Integer.parseInt(count.group(1)) + (long) Integer.parseInt(count.group(2)) > 0) {
                return true;
            }
        }
        return false;
    }
}
