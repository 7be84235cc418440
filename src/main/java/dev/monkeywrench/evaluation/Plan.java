package dev.monkeywrench.evaluation;

import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Which model and how many samples cover most, as it is told to people and programs. What is not known or was not asked for
 * is null.
 *
 * @param untilResolved whether drawing ends at the first resolved sample of an instance, which needs an oracle
 * @param budget in dollars
 * @param best within the budget; null without a budget, and where it buys not one sample of each instance
 * @param bestCoverage the interval of its coverage, 95 %, over instances; null where it was stated and not fitted, or fitted
 *     to more than 1,000 samples of an instance
 * @param frontier allocations that no other beats, the cheapest first
 * @param notes what to keep in mind with these models
 */
public record Plan(
        int instances,
        boolean untilResolved,
        @Nullable Double budget,
        @Nullable Choice best,
        @Nullable Range bestCoverage,
        List<Model> models,
        List<Choice> frontier,
        @Nullable Offers offers,
        List<String> notes) {

    public Plan {
        models = List.copyOf(models);
        frontier = List.copyOf(frontier);
        notes = List.copyOf(notes);
    }

    /**
     * So many samples of each instance by one model.
     *
     * @param coverage expected share of instances with a resolved sample
     * @param dollars expected, for all instances
     * @param measured whether so many samples were drawn of it; beyond them the coverage is a forecast
     */
    @Schema(name = "PlanChoice")
    public record Choice(String model, int samples, double coverage, double dollars, boolean measured) {}

    /** From the one to the other. */
    @Schema(name = "PlanRange")
    public record Range(double low, double high) {}

    /**
     * A model that was to be planned with.
     *
     * @param from what is known of it, in words
     * @param measured the number of samples that it was measured with, and what they cover and cost
     * @param relative how many times as dear as the cheapest of these
     * @param curve what more and more samples cover and cost
     */
    @Schema(name = "PlanModel")
    public record Model(
            String name, String from, double dollarsPerSample, Choice measured, double relative, List<Choice> curve) {

        public Model {
            curve = List.copyOf(curve);
        }
    }

    /**
     * When a model that costs more beforehand pays.
     *
     * @param coverage at which the models are compared
     * @param requests that are expected
     * @param cheapest for so many requests; null where no model reaches the coverage
     * @param cheapestFrom which model is the cheapest, from how many requests on
     * @param unable models that do not reach the coverage with 10,000 samples
     */
    @Schema(name = "PlanOffers")
    public record Offers(
            double coverage,
            double requests,
            @Nullable String cheapest,
            List<Offer> offers,
            List<From> cheapestFrom,
            List<String> unable) {

        public Offers {
            offers = List.copyOf(offers);
            cheapestFrom = List.copyOf(cheapestFrom);
            unable = List.copyOf(unable);
        }
    }

    /**
     * What requests cost on one model.
     *
     * @param samples of each request
     * @param beforehand dollars for training, tuning or setting up
     * @param request dollars for one
     * @param total dollars for all that are expected
     */
    @Schema(name = "PlanOffer")
    public record Offer(String model, int samples, double beforehand, double request, double total) {}

    /** A number of requests, and the model that is the cheapest from there on. */
    @Schema(name = "PlanFrom")
    public record From(double requests, String model) {}
}
