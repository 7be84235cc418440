package dev.monkeywrench.context;

import dev.monkeywrench.instance.RepositoryPath;

/**
 * A line of the repository named by the stack trace of a failing visible test.
 *
 * @param line from 1
 * @param depth 0 where the failure was raised, growing towards the test
 */
public record StackFrame(RepositoryPath path, int line, int depth) {}
