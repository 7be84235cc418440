package dev.monkeywrench.sandbox.ahead;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** How often sandboxes of one template are asked for and how long one takes to open, both smoothed. Not thread-safe. */
final class Demand {

    private static final double WEIGHT_OF_THE_LATEST = 0.3;

    private final Duration idle;
    private Optional<Instant> last = Optional.empty();
    private double secondsBetween = Double.POSITIVE_INFINITY;
    private double secondsToOpen;

    /**
     * @param idle after which an earlier demand says nothing of a later one
     */
    Demand(Duration idle) {
        this.idle = idle;
    }

    void asked(Instant now) {
        Duration since = last.map(before -> Duration.between(before, now)).orElse(idle);
        last = Optional.of(now);
        if (since.compareTo(idle) >= 0) {
            secondsBetween = Double.POSITIVE_INFINITY;
            return;
        }
        secondsBetween = Double.isInfinite(secondsBetween) ? seconds(since) : smooth(secondsBetween, seconds(since));
    }

    void opened(Duration took) {
        secondsToOpen = secondsToOpen == 0 ? seconds(took) : smooth(secondsToOpen, seconds(took));
    }

    boolean isRecent(Instant now) {
        return last.filter(asked -> asked.plus(idle).isAfter(now)).isPresent();
    }

    /** As many as are asked for while one is opened. */
    int wanted(int most) {
        if (Double.isInfinite(secondsBetween) || secondsToOpen == 0) {
            return 0;
        }
        return (int) Math.min(most, Math.ceil(secondsToOpen / secondsBetween));
    }

    private static double smooth(double before, double latest) {
        return before + WEIGHT_OF_THE_LATEST * (latest - before);
    }

    private static double seconds(Duration time) {
        return time.toNanos() / 1e9;
    }
}
