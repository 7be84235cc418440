package dev.monkeywrench.cli;

import java.util.List;
import java.util.Locale;
import tools.jackson.databind.JsonNode;

/** A ledger in words. What nobody knows is called unknown, never nothing. */
final class Cost {

    static final String UNKNOWN = "unknown";
    private static final List<String> WASTED = List.of("malformed", "duplicate", "afterFirstPass", "lost");

    private Cost() {}

    static List<String> table(JsonNode ledger) {
        Table table = new Table();
        table.row("", "samples", "prompt tokens", "completion tokens", "model s", "sandbox s", "CPU s", "dollars");
        row(table, "useful", ledger.path("useful"));
        WASTED.forEach(kind ->
                row(table, "wasted: " + words(kind), ledger.path("wasted").path(kind)));
        row(table, "overhead", ledger.path("overhead"));
        row(table, "total", ledger.path("total"));
        row(table, "per passing patch", ledger.path("perPassingPatch"));
        return table.lines();
    }

    private static void row(Table table, String name, JsonNode part) {
        if (!part.isObject()) {
            return;
        }
        table.row(
                name,
                whole(part.path("samples")),
                whole(part.path("promptTokens")),
                whole(part.path("completionTokens")),
                seconds(part.path("modelSeconds")),
                seconds(part.path("sandboxWallSeconds")),
                seconds(part.path("sandboxCpuSeconds")),
                dollars(part));
    }

    private static String words(String name) {
        return name.equals("afterFirstPass") ? "after the first pass" : name;
    }

    private static String whole(JsonNode number) {
        return number.isNumber() ? number.asString().replaceFirst("\\.0+$", "") : UNKNOWN;
    }

    static String seconds(JsonNode number) {
        return number.isNumber() ? String.format(Locale.ROOT, "%.1f", number.asDouble()) : UNKNOWN;
    }

    /** The dollars of one part of a ledger. */
    static String dollars(JsonNode part) {
        JsonNode dollars = part.path("dollars");
        if (!dollars.isNumber()) {
            return UNKNOWN;
        }
        String atLeast = part.path("priced").asBoolean(true) ? "" : "at least ";
        return atLeast + String.format(Locale.ROOT, "$%.6f", dollars.asDouble());
    }

    static String brief(JsonNode ledger) {
        JsonNode total = ledger.path("total");
        return dollars(total).equals(UNKNOWN)
                ? seconds(total.path("sandboxWallSeconds")) + " sandbox s, dollars unknown"
                : dollars(total);
    }
}
