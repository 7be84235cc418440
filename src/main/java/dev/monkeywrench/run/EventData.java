package dev.monkeywrench.run;

/** The data of events, as JSON of numbers and words of our own: nothing in it needs to be escaped. */
public final class EventData {

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
                + ",\"inconclusive\":" + counts.inconclusive() + "}";
    }
}
