package dev.monkeywrench.rest;

import dev.monkeywrench.run.GitProject;
import java.net.http.HttpRequest;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Requests none of which may be accepted, made of a valid one by a seeded generator. */
final class HostileRequests {

    private static final JsonMapper MAPPER = new JsonMapper();
    private static final String SPECIMEN = """
            {"samplers": [{"sampler": "scripted", "weight": 1, "temperature": 0.5, "name": "a"}], "samples": 20,
             "stopAfter": 1, "seed": 7, "budget": {"tokens": 1000, "dollars": 2.5}, "wallTime": "30m",
             "timeouts": {"baseline": "10m", "candidate": "5m"}, "parallel": {"draws": 4, "verifications": 2}}""";

    private final GitProject project;
    private final RandomGenerator random;

    HostileRequests(GitProject project, RandomGenerator random) {
        this.project = project;
        this.random = random;
    }

    /** A body and what it is said to be. */
    record Hostile(String name, HttpRequest.BodyPublisher body, String contentType) {

        static Hostile of(String name, byte[] body, String contentType) {
            return new Hostile(name, HttpRequest.BodyPublishers.ofByteArray(body), contentType);
        }

        static Hostile json(String name, String body) {
            return Hostile.of(name, body.getBytes(StandardCharsets.UTF_8), "application/json");
        }
    }

    Hostile next() {
        return switch (random.nextInt(14)) {
            case 0 -> truncated();
            case 1 -> inPlan();
            case 2 -> inInstance();
            case 3 -> inRepository();
            case 4 -> inPatch();
            case 5 -> nested();
            case 6 -> numbered();
            case 7 -> withControls();
            case 8 -> encoded();
            case 9 -> typed();
            case 10 -> unknown();
            case 11 -> repeated();
            case 12 -> scrambled();
            default ->
                Hostile.json("top", pick(List.of("", " ", "[]", "7", "null", "true", "\"x\"", "{}", "{\"plan\":{}}")));
        };
    }

    private String valid() {
        return project.request("text", SPECIMEN);
    }

    private ObjectNode tree() {
        return (ObjectNode) MAPPER.readTree(valid());
    }

    private <T> T pick(List<T> things) {
        return things.get(random.nextInt(things.size()));
    }

    private Hostile truncated() {
        String body = valid();
        return Hostile.json("truncated", body.substring(0, random.nextInt(body.lastIndexOf('}'))));
    }

    /** Each field of a plan is given a value that none of them takes. */
    private Hostile inPlan() {
        ObjectNode body = tree();
        List<ObjectNode> objects = new ArrayList<>();
        collect(body.get("plan"), objects);
        ObjectNode object = pick(objects);
        String field = pick(List.copyOf(object.propertyNames()));
        object.set(
                field,
                MAPPER.readTree(pick(List.of(
                        "{\"x\":1}",
                        "[[1]]",
                        "-1e400",
                        "\"\\u0000\"",
                        "true",
                        "-0.5",
                        "\"\"",
                        "\"999999h\"",
                        "[{}]"))));
        return Hostile.json("plan " + field, body.toString());
    }

    private static void collect(JsonNode node, List<ObjectNode> objects) {
        if (node instanceof ObjectNode object) {
            objects.add(object);
        }
        node.forEach(child -> collect(child, objects));
    }

    private Hostile inInstance() {
        ObjectNode body = tree();
        ObjectNode instance = (ObjectNode) body.get("instance");
        String field = pick(List.of("instance_id", "repository", "base_commit", "test_command", "report"));
        instance.set(
                field, MAPPER.readTree(pick(List.of("7", "true", "[]", "{}", "\"\\u0000\"", "\" \"", "[{\"a\":[]}]"))));
        if (random.nextInt(4) == 0) {
            instance.put("report", "no_such_parser");
            instance.put("base_commit", pick(List.of("HEAD", "main", "0".repeat(40), "f".repeat(39), "--all")));
        }
        return Hostile.json("instance " + field, body.toString());
    }

    private Hostile inRepository() {
        ObjectNode body = tree();
        String repository = pick(HostileWords.REPOSITORIES);
        ((ObjectNode) body.get("instance")).put("repository", repository);
        return Hostile.json("repository " + repository, body.toString());
    }

    private Hostile inPatch() {
        ObjectNode body = tree();
        String patch = pick(HostileWords.PATCHES);
        if (random.nextBoolean()) {
            ((ObjectNode) body.get("instance")).put("test_patch", patch);
        } else {
            ((ObjectNode) body.get("plan")).remove(List.of("samplers", "samples"));
            ArrayNode patches = ((ObjectNode) body.get("plan")).putArray("patches");
            patches.add("");
            patches.add(patch);
        }
        return Hostile.json("patch " + patch, body.toString());
    }

    private Hostile nested() {
        int depth = 70 + random.nextInt(100_000);
        String open = random.nextBoolean() ? "[" : "{\"a\":";
        String close = open.equals("[") ? "]" : "}";
        String nest = open.repeat(depth) + "1" + (random.nextBoolean() ? close.repeat(depth) : "");
        return Hostile.json(
                "nested " + depth, valid().replace("\"test_command\"", "\"deep\": " + nest + ", \"test_command\""));
    }

    private Hostile numbered() {
        String number =
                pick(List.of("1e999999999", "9".repeat(5000), "-1", "0x7", "NaN", "Infinity", "1.5", "07", "1e"));
        String field = pick(List.of("\"samples\": 20", "\"stopAfter\": 1", "\"tokens\": 1000", "\"draws\": 4"));
        return Hostile.json(
                "number " + number.substring(0, Math.min(20, number.length())),
                valid().replace(field, field.substring(0, field.indexOf(':') + 1) + number));
    }

    private Hostile withControls() {
        String control = pick(List.of("\u0000", "\u0001", "\n", "\u001b", "\\ud800", "\\udc00\\ud800", "\\x", "\\u12"));
        return Hostile.json("control", valid().replace("\"text\"", "\"te" + control + "xt\""));
    }

    private Hostile encoded() {
        String name = pick(List.of("UTF-16", "UTF-16LE", "UTF-32", "ISO-8859-1"));
        String text = valid().replace("\"text\"", "\"tä\u00fft\"");
        return Hostile.of("encoded " + name, text.getBytes(Charset.forName(name)), "application/json");
    }

    private Hostile typed() {
        String type = pick(List.of(
                "text/plain",
                "application/xml",
                "application/x-www-form-urlencoded",
                "multipart/form-data; boundary=x",
                "application/json; charset=utf-16",
                "application/json; charset=nonsense",
                "application/octet-stream",
                "nonsense",
                "*/*"));
        return Hostile.of("type " + type, valid().getBytes(StandardCharsets.UTF_8), type);
    }

    private Hostile unknown() {
        String name =
                pick(List.of("sample", "Samples", "__proto__", "constructor", "\u202e", "x".repeat(900), "a b", "é"));
        ObjectNode body = tree();
        List<ObjectNode> objects = new ArrayList<>();
        collect(body.get("plan"), objects);
        objects.add(body);
        pick(objects).put(name, 1);
        return Hostile.json("unknown " + name, body.toString());
    }

    private Hostile repeated() {
        String field = pick(List.of("\"plan\":", "\"samples\": 20,", "\"seed\": 7,", "\"instance\":"));
        String again = field.endsWith(":") ? field + " {}, " + field : field + field;
        return Hostile.json("repeated " + field, valid().replace(field, again));
    }

    /** A bracket, quote or colon is lost. */
    private Hostile scrambled() {
        String body = valid();
        List<Integer> places = new ArrayList<>();
        for (int i = 0; i < body.length(); i++) {
            if ("{}[]\":".indexOf(body.charAt(i)) >= 0) {
                places.add(i);
            }
        }
        int place = pick(places);
        return Hostile.json(
                "without " + body.charAt(place) + " at " + place, body.substring(0, place) + body.substring(place + 1));
    }
}
