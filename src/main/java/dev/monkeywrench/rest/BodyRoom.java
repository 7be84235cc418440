package dev.monkeywrench.rest;

import jakarta.servlet.DispatcherType;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.springframework.util.unit.DataSize;
import org.springframework.web.servlet.HandlerInterceptor;

/**
 * Bounds the memory that bodies take together while they are worked on: large ones wait for each other, small ones do not
 * notice. Thread-safe.
 *
 * <p>A body of nothing but empty lists takes thirty times its length once it is read, up to what its count of values bounds.
 */
final class BodyRoom implements HandlerInterceptor {

    private static final String TAKEN = BodyRoom.class.getName();
    private static final int SWELLING = 32;
    private static final DataSize MOST_SWELLING = DataSize.ofMegabytes(32);
    private static final Duration RETRY_AFTER = Duration.ofSeconds(10);

    private final int all;
    private final Semaphore room;
    private final Duration patience;

    /**
     * @param room of all bodies together; one that is larger has it for itself
     * @param patience how long a request waits for room
     */
    BodyRoom(DataSize room, Duration patience) {
        this.all = Math.toIntExact(room.toKilobytes());
        this.room = new Semaphore(all, true);
        this.patience = patience;
    }

    @Override
    public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler) {
        int wanted = kilobytes(request);
        if (wanted == 0 || request.getDispatcherType() != DispatcherType.REQUEST) {
            return true; // a page of a fault reads no body
        }
        if (!taken(wanted)) {
            throw Refusal.later(
                    ProblemType.TOO_MANY_BODIES,
                    "Other large requests took all room for " + patience.toSeconds()
                            + " s; send it again, or one large request at a time",
                    RETRY_AFTER);
        }
        request.setAttribute(TAKEN, wanted);
        return true;
    }

    @Override
    public void afterCompletion(
            HttpServletRequest request, HttpServletResponse response, Object handler, @Nullable Exception fault) {
        if (request.getAttribute(TAKEN) instanceof Integer taken) {
            request.removeAttribute(TAKEN);
            room.release(taken);
        }
    }

    /** Of a body that does not say how long it is, as much as there is. */
    private int kilobytes(HttpServletRequest request) {
        long bytes = request.getContentLengthLong();
        if (bytes == 0 || (bytes < 0 && request.getHeader("Transfer-Encoding") == null)) {
            return 0;
        }
        long swollen = Math.max(bytes, Math.min(bytes * SWELLING, MOST_SWELLING.toBytes()));
        return bytes < 0 ? all : (int) Math.min(all, 1 + swollen / 1024);
    }

    private boolean taken(int wanted) {
        try {
            return room.tryAcquire(wanted, patience.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
