package dev.monkeywrench.evaluation.report;

import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** Every sample of a report, one a line, as RFC 4180 has it; an unknown price is an empty cell. */
public final class CsvReport {

    private static final String HEAD =
            "instance_id,repository,sample,arm,outcome,duplicate,dollars,drawing_s,waiting_s,verifying_s\r\n";

    private CsvReport() {}

    /** The whole text, to be written as UTF-8. */
    public static String render(Report report) {
        StringBuilder out = new StringBuilder(HEAD);
        for (EvaluatedInstance one : report.instances()) {
            int index = 0;
            for (EvaluatedSample sample : one.samples()) {
                out.append(line(one, index++, sample));
            }
        }
        return out.toString();
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
                        seconds(sample.drawing().toMillis()),
                        seconds(sample.waiting().toMillis()),
                        seconds(sample.verifying().toMillis()))
                .stream()
                .collect(Collectors.joining(",", "", "\r\n"));
    }

    private static String seconds(long millis) {
        return BigDecimal.valueOf(millis, 3).toPlainString();
    }
}
