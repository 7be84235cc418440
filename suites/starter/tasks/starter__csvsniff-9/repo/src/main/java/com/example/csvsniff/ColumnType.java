package com.example.csvsniff;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.regex.Pattern;

/** What kind of values a column holds, from the narrowest to the widest. */
public enum ColumnType {
    EMPTY,
    INTEGER,
    DECIMAL,
    DATE,
    TEXT;

    private static final Pattern WHOLE = Pattern.compile("[+-]?\\d{1,18}");
    private static final Pattern FRACTION = Pattern.compile("[+-]?\\d+[.,]\\d+");

    public static ColumnType of(String value) {
        String text = value.strip();
        if (text.isEmpty()) {
            return EMPTY;
        }
        if (WHOLE.matcher(text).matches()) {
            return INTEGER;
        }
        if (FRACTION.matcher(text).matches()) {
            return DECIMAL;
        }
        return isDate(text) ? DATE : TEXT;
    }

    private static boolean isDate(String text) {
        try {
            LocalDate.parse(text);
            return true;
        } catch (DateTimeParseException noDate) {
            return false;
        }
    }

    /** The narrowest type that holds values of both. */
    public ColumnType join(ColumnType other) {
        if (this == other || other == EMPTY) {
            return this;
        }
        if (this == EMPTY) {
            return other;
        }
        boolean numbers = isNumber() && other.isNumber();
        return numbers ? DECIMAL : TEXT;
    }

    public boolean isNumber() {
        return this == INTEGER || this == DECIMAL;
    }
}
