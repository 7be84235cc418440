package dev.monkeywrench.rest;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A page of the instances of an evaluation, in the order of the suite.
 *
 * @param next the {@code cursor} of the next page; null on the last one
 */
record MemberPage(List<MemberView> items, @Nullable String next) {}
