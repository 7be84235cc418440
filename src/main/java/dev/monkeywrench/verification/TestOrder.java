package dev.monkeywrench.verification;

import dev.monkeywrench.instance.TestId;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * In which order the tests run: our plugin has pytest do so, and {@code junit-run} does so itself. Where these do not find
 * every one of the first, it changes nothing.
 *
 * @param first FAIL_TO_PASS
 * @param then PASS_TO_PASS that come next; all others follow in their own order
 * @param rest PASS_TO_PASS among these others
 * @param stop whether the first of all these that fails ends the run
 * @param firstLimit how long the first may take together; zero: no limit of their own
 */
record TestOrder(List<TestId> first, List<TestId> then, List<TestId> rest, boolean stop, Duration firstLimit) {

    private static final JsonMapper JSON = JsonMapper.shared();
    private static final String NO_PLAN = "_PLAN = globals().get(\"_PLAN\")";

    TestOrder {
        first = List.copyOf(first);
        then = List.copyOf(then);
        rest = List.copyOf(rest);
    }

    /** The plugin's source with this order in it. Names are hostile: they reach Python as base 64. */
    String in(String source) {
        String base64 = Base64.getEncoder().encodeToString(json().toString().getBytes(StandardCharsets.UTF_8));
        return source.replace(
                NO_PLAN, "import base64\n_PLAN = json.loads(base64.b64decode(\"" + base64 + "\").decode(\"utf-8\"))");
    }

    ObjectNode json() {
        ObjectNode plan = JSON.createObjectNode();
        put(plan.putArray("first"), first);
        put(plan.putArray("then"), then);
        put(plan.putArray("rest"), rest);
        plan.put("stop", stop);
        plan.put("seconds", firstLimit.toMillis() / 1000.0);
        return plan;
    }

    /**
     * For {@code junit-run}: a word and a value a line, names as it reports them and in base 64.
     */
    String lines() {
        StringBuilder lines = new StringBuilder();
        lines.append("stop ").append(stop).append('\n');
        lines.append("millis ").append(firstLimit.toMillis()).append('\n');
        first.forEach(test -> line(lines, "first", test));
        then.forEach(test -> line(lines, "then", test));
        rest.forEach(test -> line(lines, "rest", test));
        return lines.toString();
    }

    private static void line(StringBuilder lines, String word, TestId test) {
        byte[] name = ReportedNames.canonical(test.value()).getBytes(StandardCharsets.UTF_8);
        lines.append(word)
                .append(' ')
                .append(Base64.getEncoder().encodeToString(name))
                .append('\n');
    }

    private static void put(ArrayNode names, List<TestId> tests) {
        tests.forEach(test -> names.add(test.value()));
    }
}
