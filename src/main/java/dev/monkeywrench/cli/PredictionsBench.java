package dev.monkeywrench.cli;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * A predictions file with duplicates, judged by the service and by one container for each line. A tenth of the distinct
 * patches is right; of the duplicates every second is written another way, which is the same patch all the same.
 */
record PredictionsBench(ServiceClient client, Path home, int lines, int instances, int distinct) {

    private static final int PARALLEL = Runtime.getRuntime().availableProcessors();
    private static final Duration LOOK = Duration.ofMillis(250);
    private static final Duration LONGEST = Duration.ofHours(2);
    private static final int RIGHT = -1;

    PredictionsBench {
        if (instances < 1 || distinct < 1 || lines < instances * distinct) {
            throw new IllegalArgumentException(lines + " lines do not hold " + distinct
                    + " distinct patches of each of " + instances + " instances; name more with --lines");
        }
    }

    /** One line of the file: which instance, and which patch in which form. */
    private record Line(int instance, int patch, boolean otherForm) {

        String model() {
            return "model-" + patch;
        }
    }

    /**
     * What came of it.
     *
     * @param verified verdicts that were reached by running tests
     * @param seconds of the whole file in the service, baselines and start of sandboxes included
     * @param reference seconds a line of the reference loop
     * @param referenceLines that it was measured with
     */
    record Figure(
            int lines,
            int instances,
            long distinct,
            long verified,
            double seconds,
            double reference,
            int referenceLines) {

        double ratio() {
            return reference * lines / seconds;
        }
    }

    /** Measures; the reference with so many lines, as its cost is the same for each. */
    Figure measure(int referenceLines) throws Exception {
        List<BenchProject> projects = new ArrayList<>();
        try {
            for (int i = 0; i < instances; i++) {
                projects.add(BenchProject.make(BenchCase.SMALL_PYTEST, home.resolve("starter")));
            }
            List<Line> file = file();
            long began = System.nanoTime();
            String id = client.post(
                            ServiceClient.EVALUATIONS, request(projects, file).toString())
                    .path("id")
                    .asString("");
            await(client, id, LONGEST);
            double seconds = (System.nanoTime() - began) / 1e9;
            double reference = reference(projects, file.subList(0, Math.min(referenceLines, lines)));
            return figure(id, seconds, reference, Math.min(referenceLines, lines));
        } finally {
            for (BenchProject project : projects) {
                project.close();
            }
        }
    }

    /** The instances take turns, as in a file that several models wrote. */
    private List<Line> file() {
        List<Line> file = new ArrayList<>();
        for (int i = 0; i < lines; i++) {
            int turn = i / instances;
            file.add(new Line(i % instances, turn % distinct, turn / distinct % 2 == 1));
        }
        return file;
    }

    private static String patch(BenchProject project, Line line) {
        String patch = project.made().sources().patch(line.patch() == 0 ? RIGHT : line.patch());
        return line.otherForm() ? patch.replaceFirst("\n--- a/", "\nindex 1111111..2222222 100644\n--- a/") : patch;
    }

    private ObjectNode request(List<BenchProject> projects, List<Line> file) {
        ObjectNode request = Session.JSON.createObjectNode().put("name", "bench predictions");
        request.put("parallel", PARALLEL).putObject("plan").put("verdicts", "fresh");
        ArrayNode rows = request.putObject("suite").put("name", "bench").putArray("instances");
        for (int i = 0; i < projects.size(); i++) {
            rows.add(projects.get(i).instance().put("instance_id", id(i)));
        }
        ArrayNode predictions = request.putArray("predictions");
        for (Line line : file) {
            predictions
                    .addObject()
                    .put("instance_id", id(line.instance()))
                    .put("model_name_or_path", line.model())
                    .put("model_patch", patch(projects.get(line.instance()), line));
        }
        return request;
    }

    private static String id(int instance) {
        return "bench__bench-" + instance;
    }

    /** Waits for the end of an evaluation, so long at most. */
    static void await(ServiceClient client, String id, Duration longest) throws InterruptedException {
        long began = System.nanoTime();
        EvaluationStatus status = status(client, id);
        while (!status.ended()) {
            if (System.nanoTime() - began >= longest.toNanos()) {
                throw new IllegalStateException("The evaluation " + id + " is " + status.state() + " after "
                        + longest.toMinutes()
                        + " min, the most that the bench waits; name fewer --lines, --instances or"
                        + " --distinct");
            }
            Thread.sleep(LOOK);
            status = status(client, id);
        }
    }

    private static EvaluationStatus status(ServiceClient client, String id) throws InterruptedException {
        return new EvaluationStatus(client.get(ServiceClient.EVALUATIONS + "/" + ServiceClient.encoded(id)));
    }

    private double reference(List<BenchProject> projects, List<Line> file) throws Exception {
        double seconds = 0;
        for (int i = 0; i < projects.size(); i++) {
            BenchProject project = projects.get(i);
            int instance = i;
            List<String> patches = file.stream()
                    .filter(line -> line.instance() == instance)
                    .map(line -> patch(project, line))
                    .toList();
            if (!patches.isEmpty()) {
                seconds += new ReferenceLoop(project, PARALLEL, Optional.empty()).seconds(patches);
            }
        }
        return seconds / file.size();
    }

    private Figure figure(String id, double seconds, double reference, int referenceLines) throws InterruptedException {
        long patches = 0;
        long verified = 0;
        long right = 0;
        for (JsonNode member :
                Pages.all(client, ServiceClient.EVALUATIONS + "/" + id + "/instances", Map.of("limit", "200"))) {
            RunView run = new RunView(client.run(member.path("runId").asString("")));
            patches += run.count("distinct");
            verified += run.count("passed") + run.notPassed();
            right += run.count("passed");
        }
        if (right != instances || verified != (long) instances * distinct) {
            throw new IllegalStateException("The evaluation " + id + " did not come to " + instances + " passes of "
                    + (long) instances * distinct + " verdicts: " + right + " of " + verified);
        }
        return new Figure(lines, instances, patches, verified, seconds, reference, referenceLines);
    }
}
