package dev.monkeywrench.evaluation;

import dev.monkeywrench.evaluation.statistics.BreakEven;
import dev.monkeywrench.evaluation.statistics.Planner;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;

/**
 * Compares models at equal coverage by what they cost beforehand and for each request.
 *
 * @param requests that are expected
 */
record PlanOffers(double coverage, double requests) {

    /** What is told of models, whose requests are instances as the planner's are. */
    Plan.Offers of(Planner planner, List<PlannedModel> models) {
        Map<BreakEven.Offer, Integer> offers = new LinkedHashMap<>();
        List<String> unable = new ArrayList<>();
        for (PlannedModel model : models) {
            OptionalInt samples = model.model().samplesFor(coverage);
            if (samples.isEmpty()) {
                unable.add(model.model().name());
                continue;
            }
            double suite = planner.allocation(model.model(), samples.getAsInt()).dollars();
            offers.put(
                    new BreakEven.Offer(model.model().name(), model.beforehand(), suite / planner.instances()),
                    samples.getAsInt());
        }
        List<Plan.From> from = offers.isEmpty() ? List.of() : cheapestFrom(List.copyOf(offers.keySet()));
        return new Plan.Offers(
                coverage,
                requests,
                from.stream()
                        .filter(one -> one.requests() <= requests)
                        .reduce((earlier, later) -> later)
                        .map(Plan.From::model)
                        .orElse(null),
                offers.entrySet().stream()
                        .map(each -> offer(each.getKey(), each.getValue()))
                        .toList(),
                from,
                unable);
    }

    private Plan.Offer offer(BreakEven.Offer offer, int samples) {
        return new Plan.Offer(
                offer.model(),
                samples,
                offer.beforehand(),
                offer.request(),
                offer.beforehand() + requests * offer.request());
    }

    /** From the offer that is cheap at first to the one that is cheap in the end: who breaks even first comes next. */
    private static List<Plan.From> cheapestFrom(List<BreakEven.Offer> offers) {
        BreakEven.Offer now = offers.stream()
                .min(Comparator.comparingDouble(BreakEven.Offer::beforehand)
                        .thenComparingDouble(BreakEven.Offer::request))
                .orElseThrow();
        List<Plan.From> from = new ArrayList<>(List.of(new Plan.From(0, now.model())));
        Optional<Next> next = next(now, offers);
        while (next.isPresent()) {
            from.add(new Plan.From(next.get().requests(), next.get().offer().model()));
            next = next(next.get().offer(), offers);
        }
        return from;
    }

    private static Optional<Next> next(BreakEven.Offer now, List<BreakEven.Offer> offers) {
        return offers.stream()
                .filter(offer -> offer.beforehand() >= now.beforehand() && offer.request() < now.request())
                .flatMap(offer -> next(now, offer).stream())
                .min(Comparator.comparingDouble(Next::requests)
                        .thenComparingDouble(each -> each.offer().request()));
    }

    private static Optional<Next> next(BreakEven.Offer now, BreakEven.Offer later) {
        OptionalDouble requests = new BreakEven(now, later).requests();
        return requests.isPresent() ? Optional.of(new Next(requests.getAsDouble(), later)) : Optional.empty();
    }

    private record Next(double requests, BreakEven.Offer offer) {}
}
