package dev.monkeywrench.cli;

import dev.monkeywrench.evaluation.CounterfactualPrices;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import picocli.CommandLine.Option;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Tariffs by which a report also tells what an evaluation would have cost. */
final class OtherTariffs {

    private static final int MOST_NAME = 120;

    @Option(
            names = "--tariff",
            paramLabel = "FILE",
            description = "Also report what it would have cost by these prices, as in docs/models.md. Repeatable.")
    private List<Path> files = List.of();

    boolean areNamed() {
        return !files.isEmpty();
    }

    /** Read at once, so that one that cannot be read is told before anything is done. */
    Map<Path, JsonNode> read() {
        Map<Path, JsonNode> tariffs = new LinkedHashMap<>();
        files.forEach(file -> tariffs.put(file, TariffFile.read(file)));
        return tariffs;
    }

    /** Asks the service that keeps an evaluation, which may still go on. */
    static CounterfactualPrices prices(ServiceClient client, String evaluation, Map<Path, JsonNode> tariffs)
            throws InterruptedException {
        CounterfactualPrices prices = CounterfactualPrices.NONE;
        String path = ServiceClient.EVALUATIONS + "/" + ServiceClient.encoded(evaluation);
        for (Map.Entry<Path, JsonNode> tariff : tariffs.entrySet()) {
            ObjectNode request = Session.JSON.createObjectNode();
            request.set("tariff", tariff.getValue());
            prices = prices.and(
                    name(tariff.getKey()), client.post(path + "/price", request.toString()), client.get(path));
        }
        return prices;
    }

    private static String name(Path file) {
        return Inert.line(String.valueOf(file.getFileName()), MOST_NAME);
    }
}
