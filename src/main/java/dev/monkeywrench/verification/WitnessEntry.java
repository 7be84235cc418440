package dev.monkeywrench.verification;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One line of the witness, as it comes.
 *
 * @param kind load, test, lines, changed, stopped, late or finish
 * @param pid of the process that wrote it
 * @param n its number there, from 0
 * @param id of a test
 * @param doubt whether nothing in the tests says that this one is expected to fail
 * @param text why it failed; of what was changed, its name
 * @param seconds that a test took
 * @param lines of a file: how many failing and passing tests ran each
 */
record WitnessEntry(
        String kind,
        long pid,
        long n,
        @Nullable String id,
        @Nullable String status,
        @Nullable Boolean doubt,
        @Nullable String text,
        @Nullable Double seconds,
        @Nullable String path,
        @Nullable Map<Integer, List<Integer>> lines,
        @Nullable Integer exit) {}
