package dev.monkeywrench.evaluation.report;

/** Makes text from anywhere inert in the three forms. */
final class Escaping {

    private static final String STARTS_A_FORMULA = "=+-@\t\r";
    private static final String MARKDOWN = "\\`*_[]<>|#!~&";

    private Escaping() {}

    /** For the text of an element and for a quoted attribute. */
    static String html(String text) {
        StringBuilder out = new StringBuilder();
        visible(text).codePoints().forEach(point -> {
            switch (point) {
                case '&' -> out.append("&amp;");
                case '<' -> out.append("&lt;");
                case '>' -> out.append("&gt;");
                case '"' -> out.append("&quot;");
                case '\'' -> out.append("&#39;");
                default -> out.appendCodePoint(point);
            }
        });
        return out.toString();
    }

    /** For a cell of a table, in one line. */
    static String markdown(String text) {
        StringBuilder out = new StringBuilder();
        visible(text).codePoints().forEach(point -> {
            if (MARKDOWN.indexOf(point) >= 0) {
                out.append('\\');
            }
            out.appendCodePoint(point);
        });
        return out.toString();
    }

    /** A quoted cell; a spreadsheet does not take it for a formula. */
    static String csv(String text) {
        String inert = !text.isEmpty() && STARTS_A_FORMULA.indexOf(text.charAt(0)) >= 0 ? "'" + text : text;
        return '"' + visible(inert).replace("\"", "\"\"") + '"';
    }

    /** Control characters, lone surrogates and marks that turn the direction of writing are shown as one sign. */
    private static String visible(String text) {
        StringBuilder out = new StringBuilder();
        text.codePoints().forEach(point -> out.appendCodePoint(isInert(point) ? point : 0xFFFD));
        return out.toString();
    }

    private static boolean isInert(int point) {
        return switch (Character.getType(point)) {
            case Character.CONTROL,
                    Character.FORMAT,
                    Character.SURROGATE,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR -> false;
            default -> true;
        };
    }
}
