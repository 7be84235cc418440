package dev.monkeywrench.rest;

/** Texts of users as they may stand in our own sentences and logs: short, on one line, without control characters. */
final class Shown {

    private static final int MOST_CHARACTERS = 100;

    private Shown() {}

    static String of(String text) {
        StringBuilder shown = new StringBuilder("'");
        text.codePoints().limit(MOST_CHARACTERS).forEach(c -> shown.appendCodePoint(isPlain(c) ? c : '?'));
        return shown.append(text.length() > MOST_CHARACTERS ? "…'" : "'").toString();
    }

    private static boolean isPlain(int c) {
        return switch (Character.getType(c)) {
            case Character.CONTROL,
                    Character.FORMAT,
                    Character.SURROGATE,
                    Character.PRIVATE_USE,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR,
                    Character.UNASSIGNED -> false;
            default -> true;
        };
    }
}
