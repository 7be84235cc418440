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

    /** From the lowest value above 0; a narrow range is widened to a power of ten, so that it has ticks. */
    static Scale logarithmic(double low, double high) {
        return new Scale(low, Math.max(high, 10 * low), true);
    }

    double at(double value) {
        return logarithmic ? Math.log(value / low) / Math.log(high / low) : (value - low) / (high - low);
    }

    /** Round values, three to eight of them. */
    List<Double> ticks() {
        List<Double> ticks = new ArrayList<>();
        if (logarithmic) {
            int first = (int) Math.floor(Math.log10(low) + 1e-9);
            int decades = (int) Math.ceil(Math.log10(high / low));
            for (int decade = first; Math.pow(10, decade) <= high; decade += Math.max(1, decades / 6)) {
                for (double digit : high < 20 * low ? new double[] {1, 2, 5} : new double[] {1}) {
                    double tick = Double.parseDouble(digit + "e" + decade);
                    if (tick >= low * (1 - 1e-9) && tick <= high) {
                        ticks.add(tick);
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
