package dev.monkeywrench.workspace.image;

import dev.monkeywrench.workspace.Opening;

/** The repository of an image cannot be read. */
final class UnreadableImage extends Exception {

    private static final long serialVersionUID = 1L;

    private final boolean retryable;

    UnreadableImage(String message, boolean retryable) {
        super(message);
        this.retryable = retryable;
    }

    /** What came in time but is unusable is the image's own fault. */
    Opening opening(String image) {
        String message = "The repository of the image " + image + " cannot be read: " + getMessage();
        return retryable ? new Opening.Unreachable(message, true) : new Opening.Refused("image", message);
    }
}
