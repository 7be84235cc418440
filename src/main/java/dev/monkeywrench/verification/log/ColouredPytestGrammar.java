package dev.monkeywrench.verification.log;

import com.google.re2j.Pattern;
import java.util.List;

/** pytest with colours: ids may hold spaces, and old versions put the status last. */
final class ColouredPytestGrammar implements LogGrammar {

    private static final Pattern COLOUR = PythonPattern.compile("\\[\\d+m");

    @Override
    public void read(String log, LogStatuses statuses) {
        for (String raw : Words.lines(log)) {
            String line = withoutControls(COLOUR.matcher(raw).replaceAll(""));
            if (Words.beginsWithStatus(line)) {
                readStatusFirst(line, statuses);
            } else if (Words.endsWithStatus(line)) {
                readStatusLast(line, statuses);
            }
        }
    }

    private static void readStatusFirst(String line, LogStatuses statuses) {
        int message = line.startsWith("FAILED") ? line.indexOf(" - ") : -1;
        List<String> words = Words.of(message < 0 ? line : line.substring(0, message));
        if (words.size() >= 2 && !Words.isSkipCount(words.get(0), words.get(1))) {
            statuses.put(String.join(" ", words.subList(1, words.size())), words.get(0));
        }
    }

    private static void readStatusLast(String line, LogStatuses statuses) {
        List<String> words = Words.of(line);
        if (words.size() >= 2) {
            statuses.put(String.join(" ", words.subList(0, words.size() - 1)), words.getLast());
        }
    }

    private static String withoutControls(String line) {
        StringBuilder kept = new StringBuilder(line.length());
        line.chars().filter(c -> c == 0 || c >= 0x20).forEach(c -> kept.append((char) c));
        return kept.toString();
    }
}
