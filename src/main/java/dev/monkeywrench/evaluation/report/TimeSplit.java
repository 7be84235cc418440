package dev.monkeywrench.evaluation.report;

import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;

/**
 * Where the time of all samples went, added up; samples run side by side, so it is more than the clock showed.
 *
 * @param unmeasured samples of which it is not known how long was drawn or waited
 */
record TimeSplit(Duration drawing, Duration waiting, Duration verifying, int unmeasured) {

    static TimeSplit of(List<EvaluatedInstance> instances) {
        return new TimeSplit(
                sum(instances, EvaluatedSample::drawing),
                sum(instances, EvaluatedSample::waiting),
                sum(instances, sample -> Optional.of(sample.verifying())),
                (int) instances.stream()
                        .flatMap(one -> one.samples().stream())
                        .filter(sample ->
                                sample.drawing().isEmpty() || sample.waiting().isEmpty())
                        .count());
    }

    private static Duration sum(List<EvaluatedInstance> instances, Function<EvaluatedSample, Optional<Duration>> part) {
        return instances.stream()
                .flatMap(one -> one.samples().stream())
                .flatMap(sample -> part.apply(sample).stream())
                .reduce(Duration.ZERO, Duration::plus);
    }

    /** What is not in it, in words; empty where all was measured. */
    Optional<String> missing() {
        return unmeasured == 0
                ? Optional.empty()
                : Optional.of("Of " + unmeasured + " samples it was not measured how long was drawn or waited.");
    }

    List<Part> parts() {
        double all = Math.max(1, drawing.plus(waiting).plus(verifying).toMillis());
        return List.of(
                new Part("drawing", "#0072B2", drawing, drawing.toMillis() / all),
                new Part("waiting", "#D9DDE2", waiting, waiting.toMillis() / all),
                new Part("verifying", "#E69F00", verifying, verifying.toMillis() / all));
    }

    /** One of the three, and its share. */
    record Part(String name, String colour, Duration time, double share) {}

    String svg() {
        StringBuilder out = new StringBuilder("<svg role='img' viewBox='0 0 420 24' xmlns='http://www.w3.org/2000/svg'>"
                + "<title>Time of all samples</title>");
        double left = 0;
        for (Part part : parts()) {
            out.append(String.format(
                    Locale.ROOT,
                    "<path fill='%s' stroke='#fff' d='M%.1f 0h%.1fv24h-%.1fz'/>",
                    part.colour(),
                    420 * left,
                    420 * part.share(),
                    420 * part.share()));
            left += part.share();
        }
        return out.append("</svg>").toString();
    }
}
