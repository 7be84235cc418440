package dev.monkeywrench.sandbox;

import java.util.Objects;

/** The engine, the image or the machine failed: an infrastructure fault, never the candidate's. */
public final class SandboxUnavailable extends Exception {

    private static final long serialVersionUID = 1L;

    private final boolean retryable;

    /**
     * @param message names the subject, the limit and the remedy
     * @param retryable whether the same call may go through later
     */
    public SandboxUnavailable(String message, boolean retryable, Throwable cause) {
        super(message, cause);
        this.retryable = retryable;
    }

    public SandboxUnavailable(String message, boolean retryable) {
        super(message);
        this.retryable = retryable;
    }

    /** Always there: both constructors ask for it. */
    @Override
    public String getMessage() {
        return Objects.requireNonNull(super.getMessage());
    }

    public boolean retryable() {
        return retryable;
    }
}
