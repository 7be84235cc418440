package dev.monkeywrench.workspace;

/** What came of opening a repository at a commit. */
public sealed interface Opening {

    record Opened(Workspace workspace) implements Opening {}

    /** The policy forbids it: an address inside our own network, a path outside the root, a hostile tree. */
    record Refused(String field, String message) implements Opening {}

    /** The repository is there, the commit is not. */
    record UnknownCommit(String message) implements Opening {}

    /** The repository could not be read now: an infrastructure fault. */
    record Unreachable(String message, boolean retryable) implements Opening {}
}
