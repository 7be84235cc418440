package dev.monkeywrench.sampling.mutation.syntax;

import java.util.Arrays;
import java.util.List;

/**
 * A parsed source file. Immutable.
 *
 * @param nodes all of them, parents first, in order of the text
 */
public record SyntaxTree(Language language, String text, Node root, List<Node> nodes, boolean faulty, Lines lines) {

    static SyntaxTree of(Language language, String text, Node root, boolean faulty) {
        return new SyntaxTree(language, text, root, List.copyOf(root.withDescendants()), faulty, Lines.of(text));
    }

    public String text(Node node) {
        return text.substring(node.start(), node.end());
    }

    /** The line of an offset, from 1. */
    public int line(int offset) {
        return lines.at(offset);
    }

    public int line(Node node) {
        return lines.at(node.start());
    }

    /** A whole line, by its number. */
    public String lineText(int line) {
        int end = line < lines.count() ? lines.start(line + 1) : text.length();
        return text.substring(lines.start(line), end);
    }

    /** The white space before the first word of the line that the offset is in. */
    public String indentation(int offset) {
        int first = lines.start(line(offset));
        int end = first;
        while (end < text.length() && (text.charAt(end) == ' ' || text.charAt(end) == '\t')) {
            end++;
        }
        return text.substring(first, end);
    }

    /** Where each line of a text begins. */
    public static final class Lines {

        private final int[] starts;

        private Lines(int[] starts) {
            this.starts = starts;
        }

        static Lines of(String text) {
            int[] starts = new int[64];
            int count = 1;
            for (int i = text.indexOf('\n'); i >= 0; i = text.indexOf('\n', i + 1)) {
                if (count == starts.length) {
                    starts = Arrays.copyOf(starts, count * 2);
                }
                starts[count++] = i + 1;
            }
            return new Lines(Arrays.copyOf(starts, count));
        }

        int at(int offset) {
            int found = Arrays.binarySearch(starts, offset);
            return found >= 0 ? found + 1 : -found - 1;
        }

        /** The offset of a line's first character. */
        public int start(int line) {
            return starts[line - 1];
        }

        public int count() {
            return starts.length;
        }
    }
}
