package dev.monkeywrench.evaluation.report;

import java.io.IOException;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;

/**
 * One instance that two evaluations have.
 *
 * @param first whether the first resolved it
 * @param firstDollars empty: unknown
 */
public record ComparedInstance(
        String id,
        boolean first,
        boolean second,
        Optional<BigDecimal> firstDollars,
        Optional<BigDecimal> secondDollars) {

    /** Writes one line for each, as RFC 4180 has it; an unknown price is an empty cell. */
    public static void write(List<ComparedInstance> instances, Appendable out) throws IOException {
        out.append("instance_id,first_resolved,second_resolved,first_dollars,second_dollars\r\n");
        for (ComparedInstance one : instances) {
            out.append(String.join(
                            ",",
                            Escaping.csv(one.id),
                            Boolean.toString(one.first),
                            Boolean.toString(one.second),
                            one.firstDollars.map(BigDecimal::toPlainString).orElse(""),
                            one.secondDollars.map(BigDecimal::toPlainString).orElse("")))
                    .append("\r\n");
        }
    }
}
