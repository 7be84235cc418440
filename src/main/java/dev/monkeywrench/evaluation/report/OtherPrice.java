package dev.monkeywrench.evaluation.report;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Optional;

/**
 * What an evaluation would have cost if another model had used its tokens, by a tariff that the user named.
 *
 * @param model as the tariff names it
 * @param tariff the name of its file
 * @param on the day whose prices are taken
 * @param dollars of all its attempts, sandboxes too; empty: a charge has no price
 * @param known dollars for the charges that have one
 * @param charges of calls and sandboxes
 * @param unpriced charges without a price
 */
public record OtherPrice(
        String model,
        String tariff,
        LocalDate on,
        Optional<BigDecimal> dollars,
        BigDecimal known,
        int charges,
        int unpriced) {}
