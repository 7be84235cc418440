package dev.monkeywrench.rest;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A page of evaluations, newest first.
 *
 * @param next the {@code cursor} of the next page; null on the last one
 */
record EvaluationPage(List<EvaluationView> items, @Nullable String next) {}
