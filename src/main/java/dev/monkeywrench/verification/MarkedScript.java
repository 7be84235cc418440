package dev.monkeywrench.verification;

import com.google.re2j.Matcher;
import com.google.re2j.Pattern;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * An eval script whose markers carry a key of this run, so that the same words printed by a test mean nothing.
 *
 * <p>As the harness does, a script that does not record the status of its test command is made to: the status of the
 * script itself is that of its clean-up.
 */
final class MarkedScript {

    static final String START = ">>>>> Start Test Output";
    static final String END = ">>>>> End Test Output";
    static final String EXIT = ">>>>> Test Exit Code";
    private static final List<String> FAILURES =
            List.of(">>>>> Patch Apply Failed", ">>>>> Reset Failed", ">>>>> Tests Errored", ">>>>> Tests Timed Out");

    private final String key;

    MarkedScript(String key) {
        this.key = key;
    }

    String mark(String script) {
        return recorded(script)
                .replace(START, START + " " + key)
                .replace(END, END + " " + key)
                .replace(EXIT, EXIT + " " + key);
    }

    /** The script, recording the status of its test command. */
    static String recorded(String script) {
        return script.contains(EXIT) ? script : recordingStatus(script);
    }

    private static String recordingStatus(String script) {
        StringBuilder recording = new StringBuilder();
        boolean done = false;
        // by line feeds alone: a carriage return in a patch of the script is a part of its line
        for (String line : script.stripTrailing().split("\n", -1)) {
            boolean ends = !done && line.contains(END);
            recording.append(ends ? "SWEBENCH_TEST_EXIT_CODE=$?\n" : "").append(line);
            recording.append(ends ? "\necho \"" + EXIT + ": $SWEBENCH_TEST_EXIT_CODE\"\n" : "\n");
            done |= ends;
        }
        return recording.toString();
    }

    /** A run of the test command alone, as if the script had run it. */
    RawRun around(RawRun run) {
        String log = START + " " + key + "\n" + run.log() + "\n" + END + " " + key + "\n" + EXIT + " " + key + ": "
                + run.exitCode().orElse(1) + "\n";
        return new RawRun(
                log,
                run.cut(),
                run.exitCode(),
                run.documents(),
                run.witness(),
                run.coverage(),
                run.keys(),
                run.order());
    }

    /** What was printed between the markers; empty where one is missing. */
    Optional<String> between(String log) {
        int start = log.indexOf(START + " " + key);
        if (start < 0) {
            return Optional.empty();
        }
        int from = start + START.length() + 1 + key.length();
        int end = log.indexOf(END + " " + key, from);
        return end < 0 ? Optional.empty() : Optional.of(log.substring(from, end));
    }

    /** What the script says went wrong before any test; empty when nothing did. */
    Optional<String> failure(String log) {
        return FAILURES.stream().filter(log::contains).findFirst();
    }

    OptionalInt exitCode(String log) {
        Matcher recorded = Pattern.compile(Pattern.quote(EXIT + " " + key) + ":\\s*(-?\\d{1,9})")
                .matcher(log);
        return recorded.find() ? OptionalInt.of(Integer.parseInt(recorded.group(1))) : OptionalInt.empty();
    }

    /** The log as the official harness would have written it. */
    String withoutKey(String log) {
        return log.replace(" " + key, "");
    }
}
