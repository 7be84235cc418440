package dev.monkeywrench.cli;

import dev.monkeywrench.evaluation.OfficialEnding;
import dev.monkeywrench.evaluation.OwnVerdict;
import dev.monkeywrench.evaluation.RunFiles;
import dev.monkeywrench.evaluation.TestsStatus;
import dev.monkeywrench.run.VerdictKind;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import tools.jackson.databind.JsonNode;

/**
 * The samples of a run, read from its service; logs are read one at a time, when they are asked for.
 *
 * @param byIndex with the contents that were asked for
 * @param judged index of the first sample with a verdict, by digest
 */
record RunSamples(
        ServiceClient client, String path, SortedMap<Integer, JsonNode> byIndex, Map<String, Integer> judged) {

    /** What the official harness would say of a sample, with its log. */
    static final String OFFICIAL = "official";

    /**
     * Reads them all.
     *
     * @param contents beyond what is always told: {@code tests}, {@code cost}, and, where they are few, {@value OFFICIAL}
     */
    static RunSamples of(ServiceClient client, String run, Set<String> contents) throws InterruptedException {
        String path = ServiceClient.RUNS + "/" + ServiceClient.encoded(run);
        SortedMap<Integer, JsonNode> byIndex = new TreeMap<>();
        Map<String, Integer> judged = new HashMap<>();
        for (JsonNode sample : Pages.all(client, path + "/candidates", query(contents))) {
            int index = sample.path("sampleIndex").asInt(-1);
            byIndex.put(index, sample);
            if (sample.path("verdict").isString()) {
                judged.putIfAbsent(sample.path("digest").asString(""), index);
            }
        }
        return new RunSamples(client, path, byIndex, judged);
    }

    private static Map<String, String> query(Set<String> contents) {
        Map<String, String> query = new HashMap<>(Map.of("limit", "200"));
        if (!contents.isEmpty()) {
            query.put("include", String.join(",", new TreeSet<>(contents)));
        }
        return query;
    }

    /** In their order, as the service tells them. */
    List<JsonNode> all() {
        return List.copyOf(byIndex.values());
    }

    List<Integer> indices() {
        return List.copyOf(byIndex.keySet());
    }

    Optional<String> digest(int index) {
        return Optional.ofNullable(byIndex.get(index))
                .map(sample -> sample.path("digest").asString(""))
                .filter(digest -> !digest.isEmpty());
    }

    String patch(String digest) throws InterruptedException {
        return client.text(path + "/patches/" + ServiceClient.encoded(digest) + ".diff");
    }

    /** A duplicate has the verdict of the patch it repeats. */
    Optional<OwnVerdict> verdict(int index) {
        return digest(index)
                .flatMap(digest -> Optional.ofNullable(judged.get(digest)))
                .flatMap(first -> Optional.ofNullable(byIndex.get(first)).map(sample -> verdict(first, sample)));
    }

    private OwnVerdict verdict(int index, JsonNode sample) {
        List<String> evidence = new ArrayList<>();
        sample.path("evidence").valueStream().forEach(each -> evidence.add(each.asString("")));
        return new OwnVerdict(
                path.substring(ServiceClient.RUNS.length() + 1),
                index,
                VerdictKind.valueOf(sample.path("verdict").asString("")),
                sample.path("reason").asString(""),
                evidence);
    }

    /** Why a sample holds no patch although something was proposed; empty where it holds one or is not there yet. */
    Optional<String> unreadable(int index) {
        return Optional.ofNullable(byIndex.get(index))
                .filter(sample -> !sample.path("digest").isString()
                        || sample.path("kind").asString("").equals("EMPTY"))
                .map(sample -> sample.path("reason").asString("The patch changes nothing"));
    }

    OfficialEnding ending(int index, VerdictKind verdict, String reason) throws InterruptedException {
        JsonNode sample = withOfficial(index);
        JsonNode official = sample.path("official");
        RunFiles files = new RunFiles(
                client.text(path + "/eval.sh"),
                official.path("testOutput").asString(""),
                sample.path("seconds").asDouble(0));
        return OfficialEnding.of(verdict, tests(official), reason, files);
    }

    /** It was told with the others where they were few. */
    private JsonNode withOfficial(int index) throws InterruptedException {
        Optional<JsonNode> known = Optional.ofNullable(byIndex.get(index))
                .filter(sample -> sample.path(OFFICIAL).isObject());
        if (known.isPresent()) {
            return known.get();
        }
        String before = index == 0 ? "" : "&cursor=" + (index - 1);
        return client.get(path + "/candidates?limit=1&include=" + OFFICIAL + before)
                .path("items")
                .path(0);
    }

    private static Optional<TestsStatus> tests(JsonNode official) {
        if (!official.path("graded").asBoolean(false)) {
            return Optional.empty();
        }
        JsonNode repaired = official.path("tests_status").path("FAIL_TO_PASS");
        JsonNode kept = official.path("tests_status").path("PASS_TO_PASS");
        return Optional.of(new TestsStatus(
                official.path("resolved").asBoolean(false),
                names(repaired, "success"),
                names(repaired, "failure"),
                names(kept, "success"),
                names(kept, "failure")));
    }

    private static List<String> names(JsonNode lists, String name) {
        return lists.path(name).valueStream().map(each -> each.asString("")).toList();
    }
}
