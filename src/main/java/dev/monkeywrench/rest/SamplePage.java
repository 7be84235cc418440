package dev.monkeywrench.rest;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A page of samples, in order of sample index.
 *
 * @param next the {@code cursor} of the next page; null on the last one
 */
record SamplePage(List<SampleView> items, @Nullable String next) {}
