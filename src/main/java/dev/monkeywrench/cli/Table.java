package dev.monkeywrench.cli;

import java.util.ArrayList;
import java.util.List;

/** Columns set under each other; the first is set left, the others right. */
final class Table {

    private final List<List<String>> rows = new ArrayList<>();

    Table row(String... cells) {
        rows.add(List.of(cells));
        return this;
    }

    List<String> lines() {
        return rows.stream().map(this::line).toList();
    }

    private String line(List<String> row) {
        StringBuilder line = new StringBuilder();
        for (int column = 0; column < row.size(); column++) {
            String gap = " ".repeat(width(column) - row.get(column).length());
            line.append(column == 0 ? "" : "  ");
            line.append(column == 0 ? row.get(column) + gap : gap + row.get(column));
        }
        return line.toString().stripTrailing();
    }

    private int width(int column) {
        return rows.stream()
                .filter(row -> row.size() > column)
                .mapToInt(row -> row.get(column).length())
                .max()
                .orElse(0);
    }
}
