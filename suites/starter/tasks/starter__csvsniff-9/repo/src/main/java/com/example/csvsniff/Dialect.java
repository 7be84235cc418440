package com.example.csvsniff;

/** How a CSV file is written. */
public record Dialect(char separator, char quote, boolean hasHeading) {

    public static final Dialect STANDARD = new Dialect(',', '"', false);

    public Dialect {
        if (separator == quote) {
            throw new IllegalArgumentException("separator and quote are two characters, not both '" + quote + "'");
        }
        if (separator == '\n' || separator == '\r' || quote == '\n' || quote == '\r') {
            throw new IllegalArgumentException("a line break cannot be a separator or a quote");
        }
    }

    public Dialect withSeparator(char other) {
        return new Dialect(other, quote, hasHeading);
    }

    public Dialect withQuote(char other) {
        return new Dialect(separator, other, hasHeading);
    }

    public Dialect withHeading(boolean heading) {
        return new Dialect(separator, quote, heading);
    }
}
