package com.example.globwalk;

/** A pattern that cannot be read. */
public class GlobSyntaxException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public GlobSyntaxException(String problem, String pattern) {
        super(problem + " in the pattern '" + pattern + "'");
    }
}
