package dev.monkeywrench.verification.log;

import com.google.re2j.Matcher;
import com.google.re2j.Pattern;

/**
 * A heading, then the tests of that suite, until the next heading.
 *
 * @param heading with the group {@code name}
 */
record SuiteGrammar(Pattern heading, TextGrammar tests) implements LogGrammar {

    @Override
    public void read(String log, LogStatuses statuses) {
        Matcher matcher = heading.matcher(log);
        boolean found = matcher.find();
        while (found) {
            String suite = matcher.group("name");
            int start = matcher.end();
            found = matcher.find();
            String part = log.substring(start, found ? matcher.start() : log.length());
            tests.naming(name -> suite + ": " + Words.strip(name)).read(part, statuses);
        }
    }
}
