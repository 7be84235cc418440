package dev.monkeywrench.evaluation.report;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.OptionalLong;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Every sample of a report, one a line, as RFC 4180 has it; an unknown price is an empty cell. */
public final class CsvReport {

    private static final String HEAD =
            "instance_id,repository,sample,arm,outcome,duplicate,dollars,drawing_s,waiting_s,verifying_s,"
                    + "judging,model,prompt_tokens,cached_tokens,completion_tokens,flops\r\n";

    private CsvReport() {}

    /** The whole text. */
    public static String render(Report report) {
        StringBuilder out = new StringBuilder();
        try {
            write(report, out);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toString();
    }

    /** Writes it line by line, to be encoded as UTF-8. */
    public static void write(Report report, Appendable out) throws IOException {
        out.append(HEAD);
        for (EvaluatedInstance one : report.instances()) {
            int index = 0;
            for (EvaluatedSample sample : one.samples()) {
                out.append(line(one, index++, sample));
            }
        }
    }

    private static String line(EvaluatedInstance one, int index, EvaluatedSample sample) {
        return List.of(
                        Escaping.csv(one.instance().value()),
                        Escaping.csv(one.repository()),
                        Integer.toString(index),
                        Escaping.csv(sample.arm()),
                        sample.outcome().name().toLowerCase(Locale.ROOT),
                        Boolean.toString(sample.duplicate()),
                        sample.dollars().map(BigDecimal::toPlainString).orElse(""),
                        sample.drawing().map(CsvReport::seconds).orElse(""),
                        sample.waiting().map(CsvReport::seconds).orElse(""),
                        seconds(sample.verifying()),
                        sample.judging()
                                .map(judging -> judging.name().toLowerCase(Locale.ROOT))
                                .orElse(""),
                        sample.use().map(use -> Escaping.csv(use.model())).orElse(""),
                        tokens(sample, ModelUse::promptTokens),
                        tokens(sample, ModelUse::cachedTokens),
                        tokens(sample, ModelUse::completionTokens),
                        sample.use().map(CsvReport::flops).orElse(""))
                .stream()
                .collect(Collectors.joining(",", "", "\r\n"));
    }

    private static String tokens(EvaluatedSample sample, Function<ModelUse, OptionalLong> part) {
        OptionalLong tokens = sample.use().map(part).orElse(OptionalLong.empty());
        return tokens.isPresent() ? Long.toString(tokens.getAsLong()) : "";
    }

    private static String flops(ModelUse use) {
        return use.flops().isPresent()
                ? String.format(Locale.ROOT, "%.6e", use.flops().getAsDouble())
                : "";
    }

    private static String seconds(Duration time) {
        return BigDecimal.valueOf(time.toMillis(), 3).toPlainString();
    }
}
