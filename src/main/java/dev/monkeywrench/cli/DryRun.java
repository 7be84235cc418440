package dev.monkeywrench.cli;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Tells what an evaluation would take, without carrying it out. */
final class DryRun {

    private DryRun() {}

    /** Asks the service, which knows what earlier evaluations took, and gives the exit status. */
    static int tell(ServiceClient client, ObjectNode request, Terminal terminal, boolean json)
            throws InterruptedException {
        JsonNode forecast = client.post(ServiceClient.EVALUATIONS + "?dryRun=true", request.toString());
        if (json) {
            ObjectNode line = Session.JSON.createObjectNode().put("event", "estimated");
            line.put("instances", forecast.path("instances").asInt());
            line.set("estimate", forecast.path("estimate"));
            terminal.result(line.toString());
        } else {
            Ranges.lines(forecast).forEach(terminal::result);
        }
        return Exit.FINE;
    }
}
