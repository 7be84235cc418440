package dev.monkeywrench.sampling.mutation.syntax;

import dev.monkeywrench.instance.RepositoryPath;
import java.util.Optional;
import org.treesitter.TSLanguage;
import org.treesitter.TreeSitterJava;
import org.treesitter.TreeSitterPython;

/** A language whose files can be changed. */
public enum Language {
    PYTHON(".py", "True", "False", "not ", " and ", " or ", ""),
    JAVA(".java", "true", "false", "!", " && ", " || ", ";");

    private final String suffix;
    private final String trueWord;
    private final String falseWord;
    private final String notWord;
    private final String andWord;
    private final String orWord;
    private final String terminator;

    Language(
            String suffix,
            String trueWord,
            String falseWord,
            String notWord,
            String andWord,
            String orWord,
            String terminator) {
        this.suffix = suffix;
        this.trueWord = trueWord;
        this.falseWord = falseWord;
        this.notWord = notWord;
        this.andWord = andWord;
        this.orWord = orWord;
        this.terminator = terminator;
    }

    /** The language of a file by its name. */
    public static Optional<Language> of(RepositoryPath path) {
        for (Language language : values()) {
            if (path.value().endsWith(language.suffix)) {
                return Optional.of(language);
            }
        }
        return Optional.empty();
    }

    /** Made once: it never changes, and all parsers may share it. */
    TSLanguage grammar() {
        return switch (this) {
            case PYTHON -> Grammars.PYTHON;
            case JAVA -> Grammars.JAVA;
        };
    }

    /** Loads the native libraries on first use. */
    private static final class Grammars {

        static final TSLanguage PYTHON = new TreeSitterPython();
        static final TSLanguage JAVA = new TreeSitterJava();
    }

    public String trueWord() {
        return trueWord;
    }

    public String falseWord() {
        return falseWord;
    }

    public String notWord() {
        return notWord;
    }

    public String andWord() {
        return andWord;
    }

    public String orWord() {
        return orWord;
    }

    /** What ends a simple statement. */
    public String terminator() {
        return terminator;
    }
}
