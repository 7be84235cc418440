package dev.monkeywrench.cli;

import dev.monkeywrench.evaluation.EvaluationDigest;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * An evaluation of a service, followed to its end. The service carries it out: a command that is killed and repeated
 * finds the evaluation that asks for the same, and goes on with that. Used by one thread.
 */
final class FollowedEvaluation {

    private static final int MOST_FAILURES = 20;
    private static final Duration PAUSE = Duration.ofSeconds(3);

    private final ServiceClient client;
    private final String id;
    private final String path;
    private final Set<Integer> landed = new HashSet<>();
    private final Set<String> told = new HashSet<>();
    private final Set<Integer> cut = new HashSet<>();
    private boolean stopsEarly;

    private FollowedEvaluation(ServiceClient client, String id) {
        this.client = client;
        this.id = id;
        this.path = ServiceClient.EVALUATIONS + "/" + ServiceClient.encoded(id);
    }

    /** Is told of instances whose latest attempt has ended. */
    interface Landings {

        /**
         * One has.
         *
         * @param member as the service shows it; without a result where it never began
         */
        void landed(JsonNode member) throws InterruptedException;
    }

    /** Is shown how the whole goes on. */
    interface Progress {

        /** Whether it wants to know now: each time is a question to the service. */
        boolean isDue();

        /** This is how it goes. */
        void show(EvaluationStatus status);
    }

    /** Submits what is asked for, unless the service has it already and is not to start over. */
    static FollowedEvaluation begin(
            ServiceClient client, ObjectNode request, EvaluationOptions options, Terminal terminal)
            throws InterruptedException {
        Optional<EvaluationStatus> known = options.redo() ? Optional.empty() : known(client, request);
        if (known.isEmpty()) {
            JsonNode taken = client.post(ServiceClient.EVALUATIONS, request.toString());
            return new FollowedEvaluation(client, taken.path("id").asString(""));
        }
        FollowedEvaluation found = new FollowedEvaluation(client, known.get().id());
        terminal.note("going on with evaluation " + known.get().id() + ", "
                + known.get().count("ended") + " of " + known.get().count("instances")
                + " instances done; --redo starts over");
        found.goOn(known.get(), options, terminal);
        return found;
    }

    /** The newest that asks for the same and was not cancelled. */
    private static Optional<EvaluationStatus> known(ServiceClient client, ObjectNode request)
            throws InterruptedException {
        Map<String, String> query = Map.of("digest", EvaluationDigest.of(request), "limit", "1");
        JsonNode page = client.get(ServiceClient.EVALUATIONS + "?" + ServiceClient.query(query));
        return Pages.elements(page)
                .map(EvaluationStatus::new)
                .filter(found -> !found.state().equals("CANCELLED"))
                .findFirst();
    }

    private void goOn(EvaluationStatus known, EvaluationOptions options, Terminal terminal)
            throws InterruptedException {
        limit(known, options.budget(), terminal);
        if (known.state().equals("PAUSED")) {
            client.post(path + "/resume", "");
        }
        if (options.retryErrors()) {
            client.post(path + "/retry", "");
        }
        Optional<Integer> other = options.parallel().filter(number -> number != known.parallel());
        if (other.isPresent() && !status().ended()) {
            client.patch(path, "{\"parallel\":" + other.get() + "}");
        }
    }

    /** One that has ended has to do with a larger budget only. */
    private void limit(EvaluationStatus known, AskedBudget budget, Terminal terminal) throws InterruptedException {
        boolean other = known.ended() ? budget.goesBeyond(known.budget()) : budget.differsFrom(known.budget());
        if (!other) {
            return;
        }
        try {
            client.patch(path, budget.wholeChange());
            terminal.note("its budget is changed; what it has spent counts against it");
        } catch (ServiceFault e) {
            // Nothing was left undone, so that a larger budget changes nothing: what has ended is told again.
            if (!e.isConflict()) {
                throw e;
            }
        }
    }

    String id() {
        return id;
    }

    EvaluationStatus status() throws InterruptedException {
        return new EvaluationStatus(client.get(path));
    }

    /** Waits for its end, whatever becomes of the connection meanwhile. */
    EvaluationStatus follow(Landings landings, Progress progress) throws InterruptedException {
        String last = "0";
        int failures = 0;
        while (true) {
            try {
                EvaluationStatus status = status();
                stopsEarly = status.stopsEarly();
                progress.show(status);
                if (status.ended()) {
                    tellRest(landings);
                    return status;
                }
                last = read(last, landings, progress);
                failures = 0;
            } catch (UncheckedIOException | ServiceFault e) {
                if (++failures > MOST_FAILURES) {
                    throw e;
                }
                Thread.sleep(PAUSE);
            }
        }
    }

    /** Reads one stream of events to its end, and gives the id of its last event. */
    private String read(String after, Landings landings, Progress progress) throws InterruptedException {
        String last = after;
        try (Stream<String> lines = client.lines(path + "/events", after)) {
            EventLines events = new EventLines(lines);
            for (Optional<EventLines.Event> event = events.next(); event.isPresent(); event = events.next()) {
                if (event.get().type().equals("ended")) {
                    land(event.get().data().path("ordinal").asInt(-1), landings);
                }
                if (progress.isDue()) {
                    progress.show(status());
                }
                last = event.get().id().isEmpty() ? last : event.get().id();
            }
        }
        return last;
    }

    private void land(int ordinal, Landings landings) throws InterruptedException {
        String cursor = ordinal > 0 ? "&cursor=" + (ordinal - 1) : "";
        Optional<JsonNode> member =
                Pages.elements(client.get(path + "/instances?limit=1" + cursor)).findFirst();
        // One that is being tried again is told of when that has ended.
        if (member.isPresent() && member.get().path("state").asString("").equals("ENDED")) {
            tell(member.get(), landings);
        }
    }

    private void tell(JsonNode member, Landings landings) throws InterruptedException {
        if (told.add(member.path("ordinal") + " " + member.path("attempts"))) {
            int ordinal = member.path("ordinal").asInt();
            landed.add(ordinal);
            if (isCutShort(member.path("result"))) {
                cut.add(ordinal);
            } else {
                cut.remove(ordinal);
            }
            landings.landed(member);
        }
    }

    /** One that is resolved has done what was asked, unless every sample is to be drawn. */
    private boolean isCutShort(JsonNode result) {
        boolean done = stopsEarly && result.path("outcome").asString("").equals("RESOLVED");
        return !done && result.path("stopReason").asString("").equals(EvaluationStatus.BUDGET_SPENT);
    }

    /** How many instances were cut short by the budget so far. */
    int cutShort() {
        return cut.size();
    }

    /** Those that never began, and those whose end nobody told us of. */
    private void tellRest(Landings landings) throws InterruptedException {
        for (JsonNode member : Pages.all(client, path + "/instances", Map.of("limit", "200"))) {
            if (!landed.contains(member.path("ordinal").asInt())) {
                tell(member, landings);
            }
        }
    }
}
