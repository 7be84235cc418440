package dev.monkeywrench.patch;

/** Ends the reading of a diff; becomes a {@link ReadPatch.Unreadable} at the reader's edge. */
final class UnreadablePatch extends Exception {

    private static final int MOST_QUOTED = 120;

    private final String reason;

    UnreadablePatch(String reason) {
        super(reason, null, false, false);
        this.reason = reason;
    }

    String reason() {
        return reason;
    }

    /** Hostile text, short and on one line, fit for a message. */
    static String quoted(String text) {
        StringBuilder shown = new StringBuilder("'");
        text.codePoints().limit(MOST_QUOTED).forEach(c -> shown.appendCodePoint(isPlain(c) ? c : '?'));
        return shown.append(text.length() > MOST_QUOTED ? "…'" : "'").toString();
    }

    private static boolean isPlain(int c) {
        return switch (Character.getType(c)) {
            case Character.CONTROL,
                    Character.FORMAT,
                    Character.SURROGATE,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR,
                    Character.UNASSIGNED -> false;
            default -> true;
        };
    }
}
