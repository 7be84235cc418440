package dev.monkeywrench.junitrun;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

/** Finds out whether there may be tests of JUnit 3 or 4. */
final class OldTests {

    private OldTests() {}

    /**
     * Such a class names one of their types, in itself or in a class above it; looking for them with their own engine takes
     * longer than running a small project's tests.
     */
    static boolean mayBeIn(Path classes) throws IOException {
        try (Stream<Path> files = Files.walk(classes)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                if (namesOldTypes(new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1))) {
                    return true;
                }
            }
        }
        return false;
    }

    private static boolean namesOldTypes(String content) {
        for (int at = content.indexOf("junit/"); at >= 0; at = content.indexOf("junit/", at + 1)) {
            int from = at - "org/".length();
            if (!content.startsWith("org/junit/jupiter/", from) && !content.startsWith("org/junit/platform/", from)) {
                return true;
            }
        }
        return false;
    }
}
