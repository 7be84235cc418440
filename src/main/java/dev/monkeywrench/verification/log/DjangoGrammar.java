package dev.monkeywrench.verification.log;

import com.google.re2j.Matcher;
import com.google.re2j.Pattern;
import dev.monkeywrench.verification.TestStatus;
import java.util.List;

/** Django's runner, {@code unittest} in verbose form: a test, three dots, how it ended. */
final class DjangoGrammar implements LogGrammar {

    private static final List<String> PASSES = List.of(" ... ok", " ... OK", " ...  OK");

    /** Django's own output may come between a test's name and its {@code ok}. */
    private static final List<Pattern> INTERRUPTED = List.of(
            PythonPattern.ofLines(
                    "^(.*?)\\s\\.\\.\\.\\sTesting against Django installed in (?s:.*?) silenced\\)\\.\\nok$"),
            PythonPattern.ofLines("^(.*?)\\s\\.\\.\\.\\sInternal Server Error: /(.*)/\\nok$"),
            PythonPattern.ofLines("^(.*?)\\s\\.\\.\\.\\sSystem check identified no issues \\(0 silenced\\)\\nok$"));

    @Override
    public void read(String log, LogStatuses statuses) {
        String previous = "";
        for (String raw : Words.lines(log)) {
            String line = Words.strip(raw);
            int dots = line.indexOf(" ... ");
            previous = dots < 0 ? previous : line.substring(0, dots);
            readPass(line, statuses);
            readOthers(line, statuses);
            if (line.startsWith("ok")) {
                statuses.put(previous, TestStatus.PASSED);
            }
        }
        for (Pattern pattern : INTERRUPTED) {
            Matcher matcher = pattern.matcher(log);
            while (matcher.find()) {
                statuses.put(matcher.group(1), TestStatus.PASSED);
            }
        }
    }

    private static void readPass(String line, LogStatuses statuses) {
        if (line.contains("--version is equivalent to version")) {
            statuses.put("--version is equivalent to version", TestStatus.PASSED);
        }
        for (String suffix : PASSES) {
            if (line.endsWith(suffix)) {
                statuses.put(afterMigration(line, suffix), TestStatus.PASSED);
                return;
            }
        }
    }

    /** One instance of the benchmark prints a migration and a test's name on one line. */
    private static String afterMigration(String line, String suffix) {
        String joined = "Applying sites.0002_alter_domain_unique...";
        String named =
                line.startsWith(joined + "test_no_migrations") ? Words.strip(line.substring(joined.length())) : line;
        return named.substring(0, named.length() - suffix.length());
    }

    private static void readOthers(String line, LogStatuses statuses) {
        int skipped = line.indexOf(" ... skipped");
        if (skipped >= 0) {
            statuses.put(line.substring(0, skipped), TestStatus.SKIPPED);
        }
        readEnding(line, " ... FAIL", "FAIL:", TestStatus.FAILED, statuses);
        readEnding(line, " ... ERROR", "ERROR:", TestStatus.ERROR, statuses);
    }

    private static void readEnding(
            String line, String suffix, String heading, TestStatus status, LogStatuses statuses) {
        if (line.endsWith(suffix)) {
            statuses.put(line.substring(0, line.indexOf(suffix)), status);
        }
        List<String> words = line.startsWith(heading) ? Words.of(line) : List.of();
        if (words.size() > 1) {
            statuses.put(words.get(1), status);
        }
    }
}
