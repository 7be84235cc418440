package dev.monkeywrench.workspace.git;

/** A repository is not opened because the policy, a limit or its own contents forbid it. */
final class Refusal extends Exception {

    private static final long serialVersionUID = 1L;

    Refusal(String message) {
        super(message);
    }
}
