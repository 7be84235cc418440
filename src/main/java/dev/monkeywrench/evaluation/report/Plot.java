package dev.monkeywrench.evaluation.report;

import java.util.List;
import java.util.Locale;
import java.util.function.DoubleFunction;
import java.util.stream.Collectors;

/**
 * One diagram as SVG. It is drawn 420 units wide, so that its text is still read on a phone; lines differ by dashes as well
 * as by colour.
 */
final class Plot {

    private static final int WIDTH = 420;
    private static final int HEIGHT = 270;
    private static final int LEFT = 60;
    private static final int RIGHT = 12;
    private static final int TOP = 10;
    private static final int BOTTOM = 38;

    private final String title;
    private final Scale across;
    private final Scale up;
    private final StringBuilder body = new StringBuilder();

    Plot(String title, Scale across, Scale up) {
        this.title = title;
        this.across = across;
        this.up = up;
    }

    /** One point in the units of the axes. */
    record Point(double x, double y) {}

    void axes(String acrossName, DoubleFunction<String> acrossForm, String upName, DoubleFunction<String> upForm) {
        for (double tick : up.ticks()) {
            body.append(
                    String.format(Locale.ROOT, "<path class='grid' d='M%d %.1fH%d'/>", LEFT, y(tick), WIDTH - RIGHT));
            body.append(String.format(
                    Locale.ROOT,
                    "<text x='%d' y='%.1f' text-anchor='end'>%s</text>",
                    LEFT - 5,
                    y(tick) + 4,
                    upForm.apply(tick)));
        }
        for (double tick : across.ticks()) {
            body.append(
                    String.format(Locale.ROOT, "<path class='grid' d='M%.1f %dV%d'/>", x(tick), TOP, HEIGHT - BOTTOM));
            body.append(String.format(
                    Locale.ROOT,
                    "<text x='%.1f' y='%d' text-anchor='middle'>%s</text>",
                    x(tick),
                    HEIGHT - BOTTOM + 15,
                    acrossForm.apply(tick)));
        }
        body.append(String.format(
                Locale.ROOT,
                "<text class='name' x='%d' y='%d' text-anchor='middle'>%s</text>",
                (LEFT + WIDTH - RIGHT) / 2,
                HEIGHT - 5,
                Escaping.html(acrossName)));
        body.append(String.format(
                Locale.ROOT,
                "<text class='name' transform='translate(11 %d) rotate(-90)' text-anchor='middle'>%s</text>",
                (TOP + HEIGHT - BOTTOM) / 2,
                Escaping.html(upName)));
    }

    /** A line; {@code dashes} as SVG has them, empty for a whole one. */
    void line(List<Point> points, String colour, String dashes) {
        line(points, colour, dashes, 2);
    }

    /** The same, so many units wide; nothing without points. */
    void line(List<Point> points, String colour, String dashes, int width) {
        if (points.isEmpty()) {
            return;
        }
        body.append(String.format(
                Locale.ROOT,
                "<path fill='none' stroke='%s' stroke-width='%d' stroke-dasharray='%s' d='M%s'/>",
                colour,
                width,
                dashes,
                path(points)));
    }

    /** A ring around a point. */
    void ring(double x, double y, String colour) {
        body.append(String.format(
                Locale.ROOT,
                "<circle fill='none' stroke='%s' stroke-width='2' r='6' cx='%.1f' cy='%.1f'/>",
                colour,
                x(x),
                y(y)));
    }

    /** The area between two lines over the same places. */
    void band(List<Point> low, List<Point> high, String colour) {
        body.append(String.format(
                Locale.ROOT,
                "<path fill='%s' fill-opacity='.18' d='M%sL%sZ'/>",
                colour,
                path(high),
                path(low.reversed())));
    }

    /** A dot and how far up and down it may be. */
    void dot(double x, double y, double low, double high, String colour) {
        body.append(
                String.format(Locale.ROOT, "<path stroke='%s' d='M%.1f %.1fV%.1f'/>", colour, x(x), y(low), y(high)));
        body.append(String.format(Locale.ROOT, "<circle fill='%s' r='3' cx='%.1f' cy='%.1f'/>", colour, x(x), y(y)));
    }

    /** A round or square point, and beside its place how far up and down it may be, for two that share their places. */
    void sign(double x, double y, double low, double high, String colour, boolean round, double aside) {
        body.append(String.format(
                Locale.ROOT, "<path stroke='%s' d='M%.1f %.1fV%.1f'/>", colour, x(x) + aside, y(low), y(high)));
        body.append(String.format(
                Locale.ROOT,
                round
                        ? "<circle fill='%s' r='3.2' cx='%.1f' cy='%.1f'/>"
                        : "<path fill='%s' d='M%.1f %.1fm-2.8 -2.8h5.6v5.6h-5.6z'/>",
                colour,
                x(x),
                y(y)));
    }

    /** A vertical line with words. */
    void mark(double x, String words) {
        body.append(String.format(Locale.ROOT, "<path class='mark' d='M%.1f %dV%d'/>", x(x), TOP, HEIGHT - BOTTOM));
        body.append(String.format(
                Locale.ROOT,
                "<text x='%.1f' y='%d' text-anchor='end'>%s</text>",
                x(x) - 4,
                HEIGHT - BOTTOM - 6,
                Escaping.html(words)));
    }

    String svg() {
        return String.format(
                Locale.ROOT,
                "<svg role='img' viewBox='0 0 %d %d' xmlns='http://www.w3.org/2000/svg'><title>%s</title>%s</svg>",
                WIDTH,
                HEIGHT,
                Escaping.html(title),
                body);
    }

    private String path(List<Point> points) {
        return points.stream()
                .map(point -> String.format(Locale.ROOT, "%.1f %.1f", x(point.x()), y(point.y())))
                .collect(Collectors.joining("L"));
    }

    private double x(double value) {
        return LEFT + across.at(value) * (WIDTH - LEFT - RIGHT);
    }

    private double y(double value) {
        return HEIGHT - BOTTOM - up.at(value) * (HEIGHT - TOP - BOTTOM);
    }
}
