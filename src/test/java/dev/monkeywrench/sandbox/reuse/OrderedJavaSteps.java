package dev.monkeywrench.sandbox.reuse;

import static dev.monkeywrench.sandbox.reuse.JavaSteps.PRICES;
import static dev.monkeywrench.sandbox.reuse.JavaSteps.PROJECT;
import static dev.monkeywrench.sandbox.reuse.JavaSteps.RATES;
import static dev.monkeywrench.sandbox.reuse.JavaSteps.changed;
import static java.nio.charset.StandardCharsets.UTF_8;

import dev.monkeywrench.sandbox.reuse.JavaSteps.Step;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** The same project where junit-run is given an order of its tests. */
final class OrderedJavaSteps {

    private OrderedJavaSteps() {}

    static List<Step> all() {
        Map<String, String> broken = changed(PRICES, "net + net *", "net - net *");
        Map<String, String> endless = changed(RATES, "return ++calls;", "while (calls == 0) { } return ++calls;");
        return List.of(
                inOrder("runs in an order", 0, PROJECT, 0, "isTheFirst", "lists"),
                inOrder("stops at the first that decides", 1, broken, 0, "lists", "addsTheRate"),
                inOrder("does not find what comes first", 1, broken, 0, "isNowhere", "addsTheRate"),
                inOrder("is late", 124, endless, 1000, "isTheFirst", "lists"));
    }

    /** What the report says of each: how many tests, and how the run ended. */
    static Map<String, List<String>> told() {
        return Map.of(
                "runs in an order", List.of(" tests=\"5\"", "order=\"planned\""),
                "stops at the first that decides", List.of(" tests=\"2\"", "order=\"stopped\""),
                "does not find what comes first", List.of(" tests=\"5\"", "order=\"natural\""),
                "is late", List.of(" tests=\"0\"", "order=\"late\""));
    }

    /** The first of the tests comes first, the second next, and any of both ends the run. */
    private static Step inOrder(
            String name, int status, Map<String, String> files, int millis, String first, String then) {
        Map<String, String> more = new TreeMap<>(files);
        more.put(
                "order",
                "stop true\nmillis " + millis + "\nfirst " + inBase64(first) + "\nthen " + inBase64(then) + "\n");
        return new Step(name, status, more, List.of(), Map.of("MW_TEST_ORDER", "/testbed/order"), "");
    }

    private static String inBase64(String method) {
        return Base64.getEncoder().encodeToString(("shop.PricesTest." + method).getBytes(UTF_8));
    }
}
