package com.example.csvsniff;

import java.util.ArrayList;
import java.util.List;

/** Cuts text into rows of fields. */
public final class CsvReader {

    private final Dialect dialect;

    public CsvReader(Dialect dialect) {
        this.dialect = dialect;
    }

    /** All rows, the heading included; blank lines are left out. */
    public List<List<String>> read(String text) {
        List<List<String>> rows = new ArrayList<>();
        List<String> row = new ArrayList<>();
        StringBuilder field = new StringBuilder();
        boolean quoted = false;
        boolean wasQuoted = false;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (quoted) {
                if (c != dialect.quote()) {
                    field.append(c);
                } else if (i + 1 < text.length() && text.charAt(i + 1) == dialect.quote()) {
                    field.append(c);
                    i++;
                } else {
                    quoted = false;
                }
            } else if (c == dialect.quote() && field.isEmpty() && !wasQuoted) {
                quoted = true;
                wasQuoted = true;
            } else if (c == dialect.separator()) {
                row.add(field.toString());
                field.setLength(0);
                wasQuoted = false;
            } else if (c == '\n' || c == '\r') {
                endRow(rows, row, field, wasQuoted);
                row = new ArrayList<>();
                field.setLength(0);
                wasQuoted = false;
            } else {
                field.append(c);
            }
        }
        endRow(rows, row, field, wasQuoted);
        return rows;
    }

    /** A line that holds nothing at all is no row; one that holds an empty pair of quotes is. */
    private static void endRow(List<List<String>> rows, List<String> row, StringBuilder field, boolean wasQuoted) {
        if (row.isEmpty() && field.isEmpty() && !wasQuoted) {
            return;
        }
        row.add(field.toString());
        rows.add(List.copyOf(row));
    }
}
