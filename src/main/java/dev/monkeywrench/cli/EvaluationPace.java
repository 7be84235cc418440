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

    /** Watches it to its end. */
    static EvaluationPace of(ServiceClient client, String id, long service, long samples)
            throws IOException, InterruptedException {
        Course course = watch(client, id, samples);
        double whole = course.seconds(0, samples);
        double first = course.seconds(samples / 10, samples * 3 / 10);
        double last = course.seconds(samples * 8 / 10, samples);
        return new EvaluationPace(samples / whole, last / first, ProcessMemory.mostMiB(service));
    }

    static void awaitEnd(ServiceClient client, String id, long samples) throws InterruptedException {
        watch(client, id, samples);
    }

    private static Course watch(ServiceClient client, String id, long samples) throws InterruptedException {
        long began = System.nanoTime();
        List<Course.Look> seen = new ArrayList<>(List.of(new Course.Look(0, 0)));
        while (true) {
            JsonNode evaluation = client.get(ServiceClient.EVALUATIONS + "/" + ServiceClient.encoded(id));
            seen.add(new Course.Look(
                    (System.nanoTime() - began) / 1e9,
                    evaluation.path("counts").path("samples").asLong()));
            String state = evaluation.path("state").asString("");
            if (state.equals("COMPLETED") && seen.getLast().done() >= samples) {
                return new Course(seen);
            }
            if (state.equals("COMPLETED") || System.nanoTime() - began > LONGEST.toNanos()) {
                throw new IllegalStateException("The evaluation is " + state + " with "
                        + seen.getLast().done() + " of " + samples + " samples: " + evaluation);
            }
            Thread.sleep(LOOK);
        }
    }
}
