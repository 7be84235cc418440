package dev.monkeywrench.verification;

import dev.monkeywrench.instance.CommitId;
import dev.monkeywrench.instance.RepositoryPath;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * An eval script that does no more than all of them do: it goes to the repository, puts test files back, applies a test
 * patch, and runs one command of plain words between the markers. Every line is known, or the script is not usual.
 *
 * @param words of the test command, one blank between two
 * @param restored files and folders it puts back to the base commit, and to no other
 * @param testPatch that stands in it
 */
record UsualScript(String words, List<RepositoryPath> restored, Optional<String> testPatch) {

    /** Words that no shell would read otherwise than they stand there; the first is no assignment. */
    private static final Pattern PLAIN =
            Pattern.compile("[A-Za-z0-9_./:,@%+-]+( +[A-Za-z0-9_./:,@%+=-]+)*", Pattern.UNICODE_CASE);

    private static final Pattern NOTHING = Pattern.compile("#.*|set -[uxo]+( pipefail)?|cd /testbed"
            + "|git config --global --add safe\\.directory /testbed|git status|git show|git diff [0-9a-f]{40}"
            + "|SWEBENCH_TEST_EXIT_CODE=\\$\\?|echo \">>>>> Test Exit Code: \\$SWEBENCH_TEST_EXIT_CODE\"|");
    private static final Pattern CHECKOUT =
            Pattern.compile("git checkout ([0-9a-f]{40})(?: --)?((?: [A-Za-z0-9_./@%+-]+)+)");
    private static final Pattern APPLY = Pattern.compile("git apply(?: -v)? - <<'([A-Za-z0-9_]+)'");
    private static final Pattern MARKER = Pattern.compile("(?:: |echo )(['\"])(>>>>> (?:Start|End) Test Output)\\1");

    UsualScript {
        restored = List.copyOf(restored);
    }

    /** Whether words can be run as they are, without a shell. */
    static boolean isPlain(String words) {
        return PLAIN.matcher(words).matches();
    }

    /**
     * Reads a script of an instance.
     *
     * @param base the only commit whose files it may put back: those are there already
     */
    static Optional<UsualScript> read(String script, CommitId base) {
        try {
            return new Reader(script, base).read();
        } catch (IllegalArgumentException unreadable) { // a path that leads out of the repository
            return Optional.empty();
        }
    }

    /** Whether it puts back what the candidate changes. */
    boolean restores(RepositoryPath path) {
        return restored.stream()
                .anyMatch(place -> path.equals(place) || path.value().startsWith(place.value() + "/"));
    }

    private static final class Reader {

        private final CommitId base;
        private final Iterator<String> lines;
        private final List<RepositoryPath> restored = new ArrayList<>();
        private final List<String> patches = new ArrayList<>();
        private final List<String> commands = new ArrayList<>();
        private final List<String> markers = new ArrayList<>();

        Reader(String script, CommitId base) {
            this.base = base;
            // by line feeds alone: a carriage return in a test patch is a part of its line
            lines = List.of(script.split("\n", -1)).iterator();
        }

        Optional<UsualScript> read() {
            while (lines.hasNext()) {
                if (!known(lines.next().strip())) {
                    return Optional.empty();
                }
            }
            boolean usual = markers.equals(List.of(MarkedScript.START, MarkedScript.END))
                    && commands.size() == 1
                    && patches.size() <= 1;
            return usual
                    ? Optional.of(new UsualScript(
                            commands.getFirst(), restored, patches.stream().findFirst()))
                    : Optional.empty();
        }

        private boolean known(String line) {
            if (NOTHING.matcher(line).matches()) {
                return true;
            }
            Matcher marker = MARKER.matcher(line);
            if (marker.matches()) {
                return markers.add(marker.group(2));
            }
            Matcher checkout = CHECKOUT.matcher(line);
            if (checkout.matches()) {
                if (!checkout.group(1).equals(base.value())) {
                    return false;
                }
                for (String path : checkout.group(2).strip().split(" ", -1)) {
                    restored.add(new RepositoryPath(path));
                }
                return true;
            }
            Matcher apply = APPLY.matcher(line);
            if (apply.matches()) {
                return markers.isEmpty() && patches.add(until(apply.group(1)));
            }
            return markers.size() == 1 && isPlain(line) && commands.add(line);
        }

        private String until(String end) {
            StringBuilder text = new StringBuilder();
            while (lines.hasNext()) {
                String line = lines.next();
                if (line.equals(end)) {
                    return text.toString();
                }
                text.append(line).append('\n');
            }
            throw new IllegalArgumentException("The patch in the script has no end");
        }
    }
}
