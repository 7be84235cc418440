package dev.monkeywrench.sampling.mutation.syntax;

import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.treesitter.TSNode;
import org.treesitter.TSParser;
import org.treesitter.TSTree;
import org.treesitter.TSTreeCursor;

/** Parses source files with tree-sitter. Not thread-safe, and to be closed: it holds memory outside the heap. */
public final class SyntaxParser implements AutoCloseable {

    /** Deeper code is made by machines, or against us. */
    private static final int MOST_LEVELS = 500;

    private final Language language;
    private final TSParser parser = new TSParser();

    public SyntaxParser(Language language) {
        this.language = language;
        if (!parser.setLanguage(language.grammar())) {
            throw new IllegalStateException("The tree-sitter grammar of " + language + " does not fit the library");
        }
    }

    /** The tree of a text; empty when it is nested too deeply. */
    public Optional<SyntaxTree> parse(String text) {
        try (TSTree tree = parser.parseString(null, text)) {
            TSNode root = tree.getRootNode();
            Offsets offsets = Offsets.of(text);
            Node copied = copy(root, offsets);
            return copied == null
                    ? Optional.empty()
                    : Optional.of(SyntaxTree.of(language, text, copied, root.hasError()));
        }
    }

    /** Whether the grammar finds nothing wrong with a text. */
    public boolean accepts(String text) {
        try (TSTree tree = parser.parseString(null, text)) {
            return !tree.getRootNode().hasError();
        }
    }

    private @Nullable Node copy(TSNode root, Offsets offsets) {
        Node top = node(root, "", offsets, null);
        Node current = top;
        int level = 0;
        try (TSTreeCursor cursor = new TSTreeCursor(root)) {
            while (true) {
                if (!Grammar.isLeaf(current) && cursor.gotoFirstChild()) {
                    if (++level > MOST_LEVELS) {
                        return null;
                    }
                    current = node(cursor, offsets, current);
                    continue;
                }
                current = Grammar.finished(language, current, offsets.text());
                while (!cursor.gotoNextSibling()) {
                    if (!cursor.gotoParent()) {
                        return top;
                    }
                    level--;
                    current = Grammar.finished(language, current.parent().orElse(top), offsets.text());
                }
                current = node(cursor, offsets, current.parent().orElse(top));
            }
        }
    }

    private static Node node(TSTreeCursor cursor, Offsets offsets, Node parent) {
        String field = cursor.currentFieldName();
        return node(cursor.currentNode(), field == null ? "" : field, offsets, parent);
    }

    private static Node node(TSNode raw, String field, Offsets offsets, @Nullable Node parent) {
        String kind = raw.getType();
        int start = offsets.character(raw.getStartByte());
        int end = offsets.character(raw.getEndByte());
        boolean named = raw.isNamed() && !raw.isExtra();
        return new Node(kind, Grammar.field(kind, field, parent), named, start, end, parent);
    }

    @Override
    public void close() {
        parser.close();
    }

    /** Tree-sitter counts bytes of UTF-8, Java counts characters. */
    private static final class Offsets {

        private final String text;
        private final int @Nullable [] characters;

        private Offsets(String text, int @Nullable [] characters) {
            this.text = text;
            this.characters = characters;
        }

        String text() {
            return text;
        }

        static Offsets of(String text) {
            byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
            if (bytes.length == text.length()) {
                return new Offsets(text, null);
            }
            int[] characters = new int[bytes.length + 1];
            int character = -1;
            for (int i = 0; i < bytes.length; i++) {
                if ((bytes[i] & 0xC0) != 0x80) {
                    character += 1;
                    characters[i] = character;
                    // four bytes of UTF-8 are two characters of Java
                    if ((bytes[i] & 0xF8) == 0xF0) {
                        character += 1;
                    }
                } else {
                    characters[i] = character;
                }
            }
            characters[bytes.length] = text.length();
            return new Offsets(text, characters);
        }

        int character(int offset) {
            int[] known = characters;
            return known == null ? offset : known[Math.min(offset, known.length - 1)];
        }
    }
}
