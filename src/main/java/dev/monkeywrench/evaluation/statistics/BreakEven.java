package dev.monkeywrench.evaluation.statistics;

import java.util.OptionalDouble;

/**
 * From how many requests on a model that costs more beforehand pays, because each request costs less: where
 * {@code F1 + n c1 = F2 + n c2}. Compare at equal coverage: a request's price is that of as many samples as each model needs
 * ({@link MeasuredModel#samplesFor}).
 */
public record BreakEven(Offer cheapAtFirst, Offer dearAtFirst) {

    /**
     * What a model costs.
     *
     * @param beforehand dollars (or operations) for training, tuning or setting up
     * @param request the same for one request
     */
    public record Offer(String model, double beforehand, double request) {

        double total(double requests) {
            return beforehand + requests * request;
        }
    }

    public BreakEven {
        if (cheapAtFirst.beforehand() > dearAtFirst.beforehand()) {
            throw new IllegalArgumentException("%s costs more beforehand than %s; name them the other way round"
                    .formatted(cheapAtFirst.model(), dearAtFirst.model()));
        }
    }

    /** Requests at which both cost the same; empty when the dear one never pays. */
    public OptionalDouble requests() {
        double saved = cheapAtFirst.request() - dearAtFirst.request();
        return saved > 0
                ? OptionalDouble.of((dearAtFirst.beforehand() - cheapAtFirst.beforehand()) / saved)
                : OptionalDouble.empty();
    }

    /** The cheaper offer for an expected number of requests; the one that is cheap at first where both cost the same. */
    public Offer cheaper(double requests) {
        return dearAtFirst.total(requests) < cheapAtFirst.total(requests) ? dearAtFirst : cheapAtFirst;
    }
}
