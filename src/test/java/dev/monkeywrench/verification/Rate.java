package dev.monkeywrench.verification;

import java.util.Locale;

/** How often something happened, with the interval that Wilson gives it at 95 %. */
record Rate(int times, int of) {

    private static final double Z = 1.959964;

    double value() {
        return of == 0 ? 0 : times / (double) of;
    }

    double lower() {
        return centre() - half();
    }

    double upper() {
        return centre() + half();
    }

    private double centre() {
        return (value() + Z * Z / (2 * of)) / (1 + Z * Z / of);
    }

    private double half() {
        double variance = value() * (1 - value()) / of + Z * Z / (4.0 * of * of);
        return Z * Math.sqrt(variance) / (1 + Z * Z / of);
    }

    @Override
    public String toString() {
        return String.format(
                Locale.ROOT,
                "%d of %d: %.3f %% [%.3f %%, %.3f %%]",
                times,
                of,
                100 * value(),
                100 * lower(),
                100 * upper());
    }
}
