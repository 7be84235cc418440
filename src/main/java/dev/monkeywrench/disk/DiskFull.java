package dev.monkeywrench.disk;

import java.util.Objects;

/** There is no room for something new, and nothing left to evict: an infrastructure fault. */
public final class DiskFull extends Exception {

    private static final long serialVersionUID = 1L;

    DiskFull(String message) {
        super(message);
    }

    /** Always there: the constructor asks for it. */
    @Override
    public String getMessage() {
        return Objects.requireNonNull(super.getMessage());
    }
}
