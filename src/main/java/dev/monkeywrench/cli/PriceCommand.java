package dev.monkeywrench.cli;

import dev.monkeywrench.evaluation.EvaluationId;
import java.math.BigDecimal;
import java.math.MathContext;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

@Command(
        name = "price",
        description = "Tells what an evaluation would have cost with other models, by its own tokens.",
        footer = "What another model would have said, and so how many tokens it would have used, is not asked.")
final class PriceCommand implements Callable<Integer> {

    private static final int MOST_NAME = 120;

    @Parameters(paramLabel = "EVALUATION", description = "The id of an evaluation that a service keeps.")
    private String id = "";

    @Option(
            names = "--model",
            paramLabel = "NAME",
            description = "As if this model had been asked; repeatable (all that the tariff names whole).")
    private List<String> models = List.of();

    @Option(names = "--tariff", paramLabel = "FILE", description = "Prices, as in docs/models.md (the service's own).")
    private Optional<Path> tariff = Optional.empty();

    @Option(
            names = "--at",
            paramLabel = "DAY|INSTANT",
            description = "Prices in force then, as 2024-07-31 or 2024-07-31T12:00:00Z (now).")
    private Optional<String> at = Optional.empty();

    @Option(names = "--json", description = "Print one line of JSON.")
    private boolean json;

    @Option(names = "--server", paramLabel = "URL", description = "The service (http://127.0.0.1:8080).")
    private Optional<URI> server = Optional.empty();

    private final Session session;

    PriceCommand(Session session) {
        this.session = session;
    }

    @Override
    public Integer call() throws InterruptedException {
        if (!EvaluationId.isId(id)) {
            throw new UsageFault(
                    "name the id of an evaluation that a service keeps, as './mw ps' lists it: a folder that"
                            + " --output wrote holds no tokens");
        }
        ObjectNode request = Session.JSON.createObjectNode();
        if (!models.isEmpty()) {
            ArrayNode named = request.putArray("models");
            models.forEach(named::add);
        }
        at.ifPresent(moment -> request.put("at", moment));
        tariff.ifPresent(file -> request.set("tariff", TariffFile.read(file)));
        try (ServiceClient client = new ServiceClient(session.named(server).orElse(PsCommand.DEFAULT_SERVER))) {
            JsonNode prices = client.post(
                    ServiceClient.EVALUATIONS + "/" + ServiceClient.encoded(id) + "/price", request.toString());
            tell(prices);
        }
        return Exit.FINE;
    }

    private void tell(JsonNode prices) {
        if (json) {
            session.terminal().result(prices.toString());
            return;
        }
        Table table = new Table();
        table.row("", "calls", "without a price", "dollars for calls", "with sandboxes");
        for (JsonNode line : prices.path("models")) {
            JsonNode calls = line.path("calls");
            table.row(
                    Inert.line(line.path("model").asString(""), MOST_NAME)
                            + (line.path("listed").asBoolean(false) ? "" : " (not in the tariff)"),
                    calls.path("charges").asString(""),
                    calls.path("unpriced").asString(""),
                    dollars(calls),
                    dollars(line.path("total")));
        }
        table.lines().forEach(session.terminal()::result);
        session.terminal().result("");
        JsonNode tokens = prices.path("tokens");
        session.terminal()
                .result(String.format(
                        Locale.ROOT,
                        "%,d prompt tokens and %,d completion tokens; %,d calls did not tell theirs",
                        tokens.path("prompt").asLong(0),
                        tokens.path("completion").asLong(0),
                        tokens.path("unreported").asLong(0)));
        session.terminal().result("as it ran, at the prices of the day: " + words(prices.path("asUsed")));
        session.terminal().result("of it sandboxes, at the prices asked for: " + words(prices.path("sandboxes")));
        if (prices.at("/models/0/calls/charges").asInt(0) == 0) {
            session.terminal().result("no model was called: the samples were drawn without one");
        }
        int forgotten = prices.path("forgotten").asInt(0);
        if (forgotten > 0) {
            session.terminal().result(forgotten + " runs are not kept any more; what they used is not in it");
        }
    }

    private static String words(JsonNode part) {
        return dollars(part) + " for " + part.path("charges").asString("") + " charges, "
                + part.path("unpriced").asString("") + " of them without a price";
    }

    private static String dollars(JsonNode part) {
        if (part.path("dollars").isNumber()) {
            return sign(part.path("dollars"));
        }
        JsonNode known = part.path("known");
        return known.isNumber() && known.decimalValue().signum() > 0 ? "at least " + sign(known) : Cost.UNKNOWN;
    }

    /** Four digits, and cents where they are some. */
    private static String sign(JsonNode number) {
        BigDecimal value = number.decimalValue();
        if (value.signum() == 0) {
            return "$0";
        }
        BigDecimal rounded = value.round(new MathContext(4)).stripTrailingZeros();
        return "$" + (rounded.scale() == 1 ? rounded.setScale(2) : rounded).toPlainString();
    }
}
