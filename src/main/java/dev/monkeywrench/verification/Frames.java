package dev.monkeywrench.verification;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What the driver said on standard output, a line each: its key, a kind, and a text in Base64 or, behind an equals sign, as it is.
 * Lines without the key are not its own and are passed over.
 */
final class Frames {

    private final Map<String, List<String>> byKind = new LinkedHashMap<>();

    static Frames read(String stdout, String key) {
        Frames frames = new Frames();
        stdout.lines().filter(line -> line.startsWith(key + " ")).forEach(line -> frames.add(line, key.length() + 1));
        return frames;
    }

    private void add(String line, int from) {
        int blank = line.indexOf(' ', from);
        if (blank < 0) {
            return;
        }
        String text = line.substring(blank + 1);
        try {
            String said = text.startsWith("=")
                    ? text.substring(1)
                    : new String(Base64.getDecoder().decode(text), StandardCharsets.UTF_8);
            byKind.computeIfAbsent(line.substring(from, blank), kind -> new ArrayList<>())
                    .add(said);
        } catch (IllegalArgumentException e) {
            // A frame cut short by the limit on output: as good as absent.
            return;
        }
    }

    Optional<String> first(String kind) {
        return all(kind).stream().findFirst();
    }

    List<String> all(String kind) {
        return List.copyOf(byKind.getOrDefault(kind, List.of()));
    }

    boolean has(String kind) {
        return byKind.containsKey(kind);
    }
}
