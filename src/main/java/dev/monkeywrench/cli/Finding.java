package dev.monkeywrench.cli;

/**
 * What one check of the doctor found.
 *
 * @param remedy empty where all is well
 */
record Finding(Level level, String subject, String text, String remedy) {

    /** How bad it is. */
    enum Level {
        OK,
        WARN,
        FAIL
    }

    static Finding ok(String subject, String text) {
        return new Finding(Level.OK, subject, text, "");
    }

    static Finding warn(String subject, String text, String remedy) {
        return new Finding(Level.WARN, subject, text, remedy);
    }

    static Finding fail(String subject, String text, String remedy) {
        return new Finding(Level.FAIL, subject, text, remedy);
    }

    String line() {
        String tail = remedy.isEmpty() ? "" : ". " + remedy;
        return String.format(java.util.Locale.ROOT, "%-4s  %-14s  %s%s", level, subject, text, tail);
    }
}
