package dev.monkeywrench.rest;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A page of runs, newest first, without what takes long to tell.
 *
 * @param next the {@code cursor} of the next page; null on the last one
 */
record RunPage(List<RunView> items, @Nullable String next) {}
