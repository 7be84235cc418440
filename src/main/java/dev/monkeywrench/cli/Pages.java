package dev.monkeywrench.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

/** Lists that the service hands out page by page. */
final class Pages {

    private static final int MOST_PAGES = 10_000;

    private Pages() {}

    static Stream<JsonNode> elements(JsonNode page) {
        return page.path("items").valueStream();
    }

    static List<JsonNode> all(ServiceClient client, String path, Map<String, String> query)
            throws InterruptedException {
        List<JsonNode> all = new ArrayList<>();
        Map<String, String> parameters = new TreeMap<>(query);
        for (int pages = 0; pages < MOST_PAGES; pages++) {
            JsonNode page = client.get(path + "?" + ServiceClient.query(parameters));
            elements(page).forEach(all::add);
            Optional<String> next = Optional.of(page.path("next").asString("")).filter(text -> !text.isEmpty());
            if (next.isEmpty()) {
                return all;
            }
            parameters.put("cursor", next.get());
        }
        throw new ServiceFault("The list " + path + " has more than " + MOST_PAGES + " pages; narrow it down");
    }
}
