package dev.monkeywrench.cli;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import tools.jackson.databind.JsonNode;

/**
 * How fast an evaluation went.
 *
 * @param growth what a sample took in its last fifth, as a multiple of what one took from a tenth to three tenths
 */
record EvaluationPace(double perSecond, double growth, double serviceMiB) {

    private static final Duration LOOK = Duration.ofMillis(200);
    private static final Duration LONGEST = Duration.ofMinutes(20);

    private record Seen(double seconds, long samples) {}

    /** Watches it to its end. */
    static EvaluationPace of(ServiceClient client, String id, long service, long samples)
            throws IOException, InterruptedException {
        List<Seen> seen = watch(client, id, samples);
        double whole = at(seen, samples) - seen.getFirst().seconds();
        double first = at(seen, samples * 3 / 10) - at(seen, samples / 10);
        double last = at(seen, samples) - at(seen, samples * 8 / 10);
        return new EvaluationPace(samples / whole, last / first, ProcessMemory.mostMiB(service));
    }

    static void awaitEnd(ServiceClient client, String id, long samples) throws InterruptedException {
        watch(client, id, samples);
    }

    private static List<Seen> watch(ServiceClient client, String id, long samples) throws InterruptedException {
        long began = System.nanoTime();
        List<Seen> seen = new ArrayList<>(List.of(new Seen(0, 0)));
        while (true) {
            JsonNode evaluation = client.get(ServiceClient.EVALUATIONS + "/" + ServiceClient.encoded(id));
            seen.add(new Seen(
                    (System.nanoTime() - began) / 1e9,
                    evaluation.path("counts").path("samples").asLong()));
            String state = evaluation.path("state").asString("");
            if (state.equals("COMPLETED") && seen.getLast().samples() >= samples) {
                return seen;
            }
            if (state.equals("COMPLETED") || System.nanoTime() - began > LONGEST.toNanos()) {
                throw new IllegalStateException("The evaluation is " + state + " with "
                        + seen.getLast().samples() + " of " + samples + " samples: " + evaluation);
            }
            Thread.sleep(LOOK);
        }
    }

    /** Between two looks by a straight line. */
    private static double at(List<Seen> seen, long samples) {
        Seen before = seen.getFirst();
        for (Seen look : seen) {
            if (look.samples() >= samples) {
                double share = look.samples() == before.samples()
                        ? 1
                        : (samples - before.samples()) / (double) (look.samples() - before.samples());
                return before.seconds() + share * (look.seconds() - before.seconds());
            }
            before = look;
        }
        return before.seconds();
    }
}
