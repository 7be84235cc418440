package dev.monkeywrench.cli;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import tools.jackson.databind.JsonNode;

/**
 * What every run of an evaluation wrote down, read back sample by sample.
 *
 * @param runs by instance
 * @param samples that the evaluation says it drew
 * @param cpuSeconds that the evaluation says it paid for
 */
record EvaluationAccounts(Map<String, Run> runs, long samples, double cpuSeconds) {

    private static final int PAGE = 200;
    /** What the rehearsal charges for each run of the tests. */
    private static final double OF_ONE = 0.001;

    private static final double ROUNDED = 0.0006;

    /**
     * One run.
     *
     * @param indices of its samples
     * @param verdicts of its distinct patches, by digest
     * @param cpuSeconds it was charged
     */
    record Run(BitSet indices, long listed, Map<String, String> verdicts, long counted, double cpuSeconds) {}

    static EvaluationAccounts read(ServiceClient client, String id) throws InterruptedException {
        String path = ServiceClient.EVALUATIONS + "/" + ServiceClient.encoded(id);
        Map<String, Run> runs = new TreeMap<>();
        for (JsonNode member : pages(client, path + "/instances")) {
            runs.put(
                    member.path("instanceId").asString(""),
                    run(client, member.path("result").path("runId").asString("")));
        }
        JsonNode evaluation = client.get(path);
        return new EvaluationAccounts(
                runs,
                evaluation.path("counts").path("samples").asLong(),
                evaluation.path("cost").path("sandboxCpuSeconds").asDouble());
    }

    private static Run run(ServiceClient client, String id) throws InterruptedException {
        JsonNode run = client.run(id);
        BitSet indices = new BitSet();
        Map<String, String> verdicts = new TreeMap<>();
        List<JsonNode> samples = pages(client, ServiceClient.RUNS + "/" + ServiceClient.encoded(id) + "/candidates");
        for (JsonNode sample : samples) {
            indices.set(sample.path("sampleIndex").asInt());
            if (sample.path("verdict").isString()) {
                verdicts.put(
                        sample.path("digest").asString(""),
                        sample.path("verdict").asString(""));
            }
        }
        return new Run(
                indices,
                samples.size(),
                verdicts,
                run.path("counts").path("samples").asLong(),
                run.path("ledger").path("total").path("sandboxCpuSeconds").asDouble());
    }

    private static List<JsonNode> pages(ServiceClient client, String path) throws InterruptedException {
        List<JsonNode> all = new ArrayList<>();
        String cursor = "";
        do {
            String next = cursor.isEmpty() ? "" : "&cursor=" + ServiceClient.encoded(cursor);
            JsonNode page = client.get(path + "?limit=" + PAGE + next);
            page.path("items").forEach(all::add);
            cursor = page.path("next").asString("");
        } while (!cursor.isEmpty());
        return all;
    }

    /** What does not add up, a sentence each; none where every sample, verdict and charge is there once. */
    List<String> faults(int samplesEach) {
        List<String> faults = new ArrayList<>();
        runs.forEach((instance, run) -> {
            boolean whole = run.listed() == samplesEach
                    && run.counted() == samplesEach
                    && run.indices().cardinality() == samplesEach
                    && run.indices().length() == samplesEach;
            if (!whole) {
                faults.add(instance + " lists " + run.listed() + " samples with "
                        + run.indices().cardinality() + " indices and counts " + run.counted() + ", not "
                        + samplesEach);
            }
            double due = OF_ONE * (1 + run.verdicts().size());
            if (Math.abs(run.cpuSeconds() - due) > ROUNDED) {
                faults.add(instance + " was charged " + run.cpuSeconds() + " s for "
                        + run.verdicts().size() + " verdicts and a baseline, not " + due);
            }
        });
        if (samples != (long) runs.size() * samplesEach) {
            faults.add("the evaluation counts " + samples + " samples");
        }
        double due = OF_ONE
                * runs.values().stream()
                        .mapToLong(run -> 1 + run.verdicts().size())
                        .sum();
        if (Math.abs(cpuSeconds - due) > ROUNDED) {
            faults.add("the evaluation was charged " + cpuSeconds + " s, not " + due);
        }
        return faults;
    }

    /** Where two evaluations of the same came to different verdicts. */
    List<String> differences(EvaluationAccounts other) {
        List<String> differences = new ArrayList<>();
        Set<String> instances = new HashSet<>(runs.keySet());
        instances.addAll(other.runs.keySet());
        for (String instance : instances) {
            Run one = runs.get(instance);
            Run another = other.runs.get(instance);
            if (one == null || another == null || !one.verdicts().equals(another.verdicts())) {
                differences.add(instance + " came to other verdicts than without the kills");
            }
        }
        return differences;
    }
}
