package dev.monkeywrench.evaluation;

import java.util.Comparator;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * What filters ask of a row.
 *
 * @param repository as {@code owner/name} where the row tells so much, else what it states; may be empty
 * @param language in lower case, as in {@code python}; empty when nothing tells
 */
record RowTraits(String repository, String language) {

    private static final int MOST_PATCH_LINES = 100_000;
    private static final Map<String, String> OTHER_NAMES = Map.of(
            "js", "javascript",
            "ts", "typescript",
            "c++", "cpp",
            "golang", "go",
            "py", "python",
            "rs", "rust");
    private static final Map<String, String> LANGUAGES = Map.ofEntries(
            Map.entry("py", "python"),
            Map.entry("java", "java"),
            Map.entry("js", "javascript"),
            Map.entry("jsx", "javascript"),
            Map.entry("mjs", "javascript"),
            Map.entry("ts", "typescript"),
            Map.entry("tsx", "typescript"),
            Map.entry("go", "go"),
            Map.entry("rs", "rust"),
            Map.entry("c", "c"),
            Map.entry("h", "c"),
            Map.entry("cc", "cpp"),
            Map.entry("cpp", "cpp"),
            Map.entry("hpp", "cpp"),
            Map.entry("rb", "ruby"),
            Map.entry("php", "php"),
            Map.entry("kt", "kotlin"),
            Map.entry("cs", "c#"));

    static RowTraits of(ObjectNode row) {
        return new RowTraits(repository(row), language(row));
    }

    /** A language by any of the names in use. */
    static String languageNamed(String name) {
        String lower = name.strip().toLowerCase(Locale.ROOT);
        return OTHER_NAMES.getOrDefault(lower, lower);
    }

    private static String repository(ObjectNode row) {
        String repo = row.path("repo").asString("");
        if (!repo.isBlank()) {
            String org = row.path("org").asString("");
            return org.isBlank() || repo.contains("/") ? repo : org + "/" + repo;
        }
        String place = row.path("repository").asString("");
        String trimmed = place.replaceFirst("/$", "").replaceFirst("\\.git$", "");
        return trimmed.startsWith("https://github.com/") ? trimmed.substring("https://github.com/".length()) : trimmed;
    }

    private static String language(ObjectNode row) {
        String stated = row.path("language").asString("");
        if (!stated.isBlank()) {
            return languageNamed(stated);
        }
        String recipe = row.path("environment").path("recipe").asString("");
        return recipe.isBlank() ? changed(row).orElse("") : languageNamed(recipe);
    }

    /** The language of most files that the row's patches change; the first by name among several. */
    private static Optional<String> changed(ObjectNode row) {
        Map<String, Integer> files = new HashMap<>();
        for (String patch : new String[] {"test_patch", "patch", "fix_patch"}) {
            count(row.path(patch), files);
        }
        return files.entrySet().stream()
                .max(Map.Entry.<String, Integer>comparingByValue()
                        .thenComparing(Map.Entry.<String, Integer>comparingByKey(Comparator.reverseOrder())))
                .map(Map.Entry::getKey);
    }

    private static void count(JsonNode patch, Map<String, Integer> files) {
        patch.asString("")
                .lines()
                .limit(MOST_PATCH_LINES)
                .filter(line -> line.startsWith("+++ ") || line.startsWith("--- "))
                .map(line -> LANGUAGES.get(ending(line)))
                .filter(language -> language != null)
                .forEach(language -> files.merge(language, 1, Integer::sum));
    }

    private static String ending(String header) {
        String name = header.substring(4).split("\t", 2)[0].strip();
        return name.substring(name.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
    }
}
