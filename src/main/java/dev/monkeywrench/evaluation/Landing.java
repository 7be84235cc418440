package dev.monkeywrench.evaluation;

import dev.monkeywrench.ledger.Budget;
import java.util.Optional;

/**
 * An attempt that ends, beside what it replaces.
 *
 * @param before outcome of the attempt before
 * @param cap what the attempt's run could spend
 */
public record Landing(Landed landed, Optional<MemberOutcome> before, Budget cap) {}
