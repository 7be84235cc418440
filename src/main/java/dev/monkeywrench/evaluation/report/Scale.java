package dev.monkeywrench.evaluation.report;

import java.util.ArrayList;
import java.util.List;

/** Where a value lies on an axis: a share of its length. */
record Scale(double low, double high, boolean logarithmic) {

    static Scale linear(double high) {
        return new Scale(0, high > 0 ? high : 1, false);
    }

    /** From 1. */
    static Scale logarithmic(double high) {
        return new Scale(1, Math.max(high, 2), true);
    }

    double at(double value) {
        return logarithmic ? Math.log(value / low) / Math.log(high / low) : (value - low) / (high - low);
    }

    /** Round values, three to eight of them. */
    List<Double> ticks() {
        List<Double> ticks = new ArrayList<>();
        if (logarithmic) {
            for (double decade = 1; decade <= high; decade *= 10) {
                for (double digit : high < 20 ? new double[] {1, 2, 5} : new double[] {1}) {
                    if (decade * digit <= high) {
                        ticks.add(decade * digit);
                    }
                }
            }
            return ticks;
        }
        double step = step();
        for (int i = 0; i * step <= high * (1 + 1e-9); i++) {
            ticks.add(i * step);
        }
        return ticks;
    }

    private double step() {
        double rough = high / 5;
        double decade = Math.pow(10, Math.floor(Math.log10(rough)));
        for (double digit : new double[] {1, 2, 5}) {
            if (digit * decade >= rough) {
                return digit * decade;
            }
        }
        return 10 * decade;
    }
}
