package dev.monkeywrench.junitrun;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Which tests run first, and what ends the run. It is read before any code of the project is loaded.
 *
 * @param first tests that run before all others, by their names in the report
 * @param then tests that come next; all others follow in their own order
 * @param rest tests among these others that decide, too
 * @param stop whether the first of all these that fails ends the run
 * @param firstLimit how long the first may take together; zero: no limit of their own
 */
record Plan(List<String> first, List<String> then, Set<String> rest, boolean stop, Duration firstLimit) {

    /** Of a file with one word and one value a line; names are in base 64, since anything may be in them. */
    static Plan read(Path file) throws IOException {
        List<String> first = new ArrayList<>();
        List<String> then = new ArrayList<>();
        Set<String> rest = new HashSet<>();
        boolean stop = false;
        Duration limit = Duration.ZERO;
        for (String line : Files.readAllLines(file, StandardCharsets.US_ASCII)) {
            int blank = line.indexOf(' ');
            String value = line.substring(blank + 1);
            switch (line.substring(0, Math.max(0, blank))) {
                case "first" -> first.add(name(value));
                case "then" -> then.add(name(value));
                case "rest" -> rest.add(name(value));
                case "stop" -> stop = Boolean.parseBoolean(value);
                case "millis" -> limit = Duration.ofMillis(Long.parseLong(value));
                default -> throw new IOException("no plan of ours: " + line);
            }
        }
        return new Plan(first, then, rest, stop, limit);
    }

    private static String name(String base64) {
        return new String(Base64.getDecoder().decode(base64), StandardCharsets.UTF_8);
    }

    /** Whether a failure of this test decides. */
    boolean isDeciding(String name) {
        return rest.contains(name) || first.contains(name) || then.contains(name);
    }
}
