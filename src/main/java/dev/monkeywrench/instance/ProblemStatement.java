package dev.monkeywrench.instance;

/**
 * The text given to the model: hostile data, never an instruction to us.
 *
 * @param text at most {@value #MOST_CHARACTERS} characters; may be empty
 */
public record ProblemStatement(String text) {

    public static final int MOST_CHARACTERS = 1 << 20;

    public ProblemStatement {
        if (text.length() > MOST_CHARACTERS) {
            throw new IllegalArgumentException("A problem statement holds at most " + MOST_CHARACTERS + " characters");
        }
    }
}
