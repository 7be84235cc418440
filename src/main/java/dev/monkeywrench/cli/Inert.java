package dev.monkeywrench.cli;

/** Text from repositories, models and tests, made harmless for a terminal. */
final class Inert {

    private Inert() {}

    /** Shows control characters, which could move the cursor or rename the window, as a mark. */
    static String text(String hostile) {
        StringBuilder shown = new StringBuilder(hostile.length());
        hostile.codePoints().forEach(point -> shown.appendCodePoint(isHarmless(point) ? point : 0xFFFD));
        return shown.toString();
    }

    /** The same, on one line and not too long. */
    static String line(String hostile, int most) {
        String line = text(hostile).replaceAll("\\s+", " ").strip();
        return line.length() <= most ? line : line.substring(0, most) + "…";
    }

    private static boolean isHarmless(int point) {
        return point == '\n' || point == '\t' || !(Character.isISOControl(point) || isDirection(point));
    }

    /** Characters that turn the direction of writing make a diff read otherwise than it runs. */
    private static boolean isDirection(int point) {
        return (point >= 0x202A && point <= 0x202E) || (point >= 0x2066 && point <= 0x2069);
    }
}
