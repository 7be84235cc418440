package dev.monkeywrench.evaluation.official;

import com.google.re2j.Pattern;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** Words of a log by which the harness takes a failure for the environment's; the first that is found counts. */
public enum InfraSign {
    BROWSER_LAUNCH_FAILED(true, "Failed to launch|Failed to connect to the bus"),
    DISPLAY_UNAVAILABLE(true, "cannot open display|Missing X server|unable to open X display"),
    OUT_OF_MEMORY(true, "Cannot allocate memory|OutOfMemoryError|^Killed$"),
    CONTAINER_UNAVAILABLE(true, "Error response from daemon|Cannot connect to the Docker daemon"),
    NETWORK_UNREACHABLE(true, "Could not resolve host|Temporary failure in name resolution"),
    MISSING_MODULE(false, "Cannot find module|MODULE_NOT_FOUND|ModuleNotFoundError"),
    NO_TESTS_COLLECTED(false, "no tests ran|collected 0 items"),
    TESTS_TIMED_OUT(false, "Timeout error: \\d+ seconds exceeded");

    private final boolean certain;
    private final Pattern words;

    InfraSign(boolean certain, String words) {
        this.certain = certain;
        this.words = Pattern.compile(words, Pattern.MULTILINE);
    }

    /** The first sign in these logs, read as one. */
    static Optional<InfraSign> in(String... logs) {
        String text = String.join("\n", logs);
        return Arrays.stream(values())
                .filter(sign -> sign.words.matcher(text).find())
                .findFirst();
    }

    /** Whether no patch could bring it about; the others are ambiguous. */
    boolean isCertain() {
        return certain;
    }

    /** As the harness names it. */
    String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
