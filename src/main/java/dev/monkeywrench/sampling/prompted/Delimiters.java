package dev.monkeywrench.sampling.prompted;

import com.google.re2j.Pattern;

/**
 * Puts material between tags it cannot close: a tag of ours inside it gets a backslash. So do the marks chat templates
 * put around messages.
 */
final class Delimiters {

    /** Ordinary code must stay as it is, or a model copies what is not there: as {@code List<File>} and {@code i < file}. */
    private static final Pattern TAG = Pattern.compile("(?i)<(\\s*/\\s*(?:problem_statement|file|failing_tests)\\b"
            + "|\\s*(?:problem_statement|failing_tests)\\s*>|\\s*file\\s+(?:path|lines)\\s*=)");

    private static final Pattern TEMPLATE = Pattern.compile("<\\|([A-Za-z_][A-Za-z0-9_ ]{0,40})\\|>");
    private static final Pattern INSTRUCTION = Pattern.compile("\\[(/?INST)\\]");

    private Delimiters() {}

    static String around(String tag, String attributes, String material) {
        String opening = attributes.isEmpty() ? tag : tag + " " + attributes;
        return "<" + opening + ">\n" + inert(material).stripTrailing() + "\n</" + tag + ">\n";
    }

    static String inert(String material) {
        String text = TAG.matcher(material).replaceAll("<\\\\$1");
        text = TEMPLATE.matcher(text).replaceAll("<\\\\|$1|>");
        return INSTRUCTION.matcher(text).replaceAll("[\\\\$1]");
    }
}
