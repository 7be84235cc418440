package dev.monkeywrench.sandbox;

import java.time.Duration;

/**
 * A Python program for a keeper.
 *
 * @param source defines {@code main(order, keeper)}; the keeper's class says what it offers
 * @param order its first argument, as JSON
 * @param limit of the whole
 */
public record KeptProgram(String source, String order, Duration limit) {}
