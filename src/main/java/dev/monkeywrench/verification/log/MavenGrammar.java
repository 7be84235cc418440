package dev.monkeywrench.verification.log;

import com.google.re2j.Matcher;
import com.google.re2j.Pattern;
import dev.monkeywrench.verification.TestStatus;
import java.util.ArrayDeque;
import java.util.Deque;

/** Maven started once a test, as SWE-bench's scripts do: the command names the test, the build's ending is its status. */
final class MavenGrammar implements LogGrammar {

    private static final Pattern TEST = PythonPattern.compile("^.*-Dtest=(\\S+).*$");
    private static final Pattern BUILD = PythonPattern.compile("^.*BUILD (SUCCESS|FAILURE)$");

    @Override
    public void read(String log, LogStatuses statuses) {
        Deque<String> tests = new ArrayDeque<>();
        Deque<TestStatus> early = new ArrayDeque<>();
        for (String raw : Words.lines(log)) {
            String line = Words.strip(raw);
            Matcher test = TEST.matcher(line);
            if (test.find()) {
                tests.add(test.group(1));
            }
            Matcher build = BUILD.matcher(line);
            if (build.find()) {
                early.add(build.group(1).equals("SUCCESS") ? TestStatus.PASSED : TestStatus.FAILED);
                if (!tests.isEmpty()) {
                    statuses.put(tests.remove(), early.removeLast());
                }
            }
        }
        while (!tests.isEmpty() && !early.isEmpty()) {
            statuses.put(tests.remove(), early.remove());
        }
    }
}
