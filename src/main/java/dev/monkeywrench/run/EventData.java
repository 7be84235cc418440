package dev.monkeywrench.run;

import tools.jackson.core.json.JsonWriteFeature;
import tools.jackson.databind.json.JsonMapper;

/** The data of events, as JSON of numbers and words of our own; the one text of others is escaped. */
public final class EventData {

    private static final JsonMapper MAPPER =
            JsonMapper.builder().enable(JsonWriteFeature.ESCAPE_NON_ASCII).build();
    private static final int LONGEST_REASON = 500;

    private EventData() {}

    public static String state(RunState state, Counts counts) {
        return "{\"state\":\"" + state + "\",\"counts\":" + of(counts) + "}";
    }

    static String prepared(Counts counts, int failToPass, int passToPass) {
        return "{\"failToPass\":" + failToPass + ",\"passToPass\":" + passToPass + ",\"counts\":" + of(counts) + "}";
    }

    static String sampled(Counts counts, int sampleIndex) {
        return "{\"sampleIndex\":" + sampleIndex + ",\"counts\":" + of(counts) + "}";
    }

    static String judged(Counts counts, int sampleIndex, String digest, VerdictKind verdict) {
        return "{\"sampleIndex\":" + sampleIndex + ",\"digest\":\"" + digest + "\",\"verdict\":\"" + verdict
                + "\",\"counts\":" + of(counts) + "}";
    }

    /** The reason may quote anything. */
    static String retrying(Counts counts, String step, int tries, String reason) {
        String shown = reason.length() <= LONGEST_REASON ? reason : reason.substring(0, LONGEST_REASON);
        return "{\"step\":\"" + step + "\",\"tries\":" + tries + ",\"reason\":" + MAPPER.writeValueAsString(shown)
                + ",\"counts\":" + of(counts) + "}";
    }

    private static String of(Counts counts) {
        return "{\"samples\":" + counts.samples()
                + ",\"drafted\":" + counts.drafted()
                + ",\"distinct\":" + counts.distinct()
                + ",\"malformed\":" + counts.malformed()
                + ",\"empty\":" + counts.empty()
                + ",\"duplicate\":" + counts.duplicate()
                + ",\"passed\":" + counts.passed()
                + ",\"failed\":" + counts.failed()
                + ",\"notApplied\":" + counts.notApplied()
                + ",\"timedOut\":" + counts.timedOut()
                + ",\"tampered\":" + counts.tampered()
                + ",\"inconclusive\":" + counts.inconclusive()
                + ",\"retries\":" + counts.retries() + "}";
    }
}
