package dev.monkeywrench.patch;

import java.util.List;

/** Writes file diffs the way {@code git diff} does, without index lines and function names. */
final class PatchPrinter {

    private final StringBuilder out = new StringBuilder();

    static String print(List<FileDiff> files) {
        PatchPrinter printer = new PatchPrinter();
        files.forEach(printer::file);
        return printer.out.toString();
    }

    private void file(FileDiff file) {
        String oldName = file.oldPath().value();
        String newName = file.newPath().value();
        line("diff --git " + quoted("a/" + oldName) + " " + quoted("b/" + newName));
        switch (file.kind()) {
            case ADDED -> line("new file mode " + mode(file));
            case DELETED -> line("deleted file mode " + mode(file));
            case MODIFIED -> modes(file);
            case RENAMED -> {
                modes(file);
                line("rename from " + quoted(oldName));
                line("rename to " + quoted(newName));
            }
            case COPIED -> {
                modes(file);
                line("copy from " + quoted(oldName));
                line("copy to " + quoted(newName));
            }
        }
        file.binary().forEach(this::line);
        if (!file.hunks().isEmpty()) {
            line("--- " + (file.kind() == FileDiff.Kind.ADDED ? "/dev/null" : side("a/" + oldName)));
            line("+++ " + (file.kind() == FileDiff.Kind.DELETED ? "/dev/null" : side("b/" + newName)));
            file.hunks().forEach(hunk -> hunk.printTo(out));
        }
    }

    private void modes(FileDiff file) {
        if (file.changesMode()) {
            line("old mode " + file.oldMode().orElseThrow().octal());
            line("new mode " + file.newMode().orElseThrow().octal());
        }
    }

    private static String mode(FileDiff file) {
        return file.newMode().or(file::oldMode).orElse(FileMode.REGULAR).octal();
    }

    /** A name with a blank ends with a tab, so that the reader does not take its end for a date. */
    private static String side(String name) {
        return name.indexOf(' ') >= 0 && name.indexOf('"') < 0 ? name + "\t" : quoted(name);
    }

    /** Of the characters that Git quotes, a repository path can hold the quotation mark only. */
    private static String quoted(String name) {
        return name.indexOf('"') < 0 ? name : "\"" + name.replace("\"", "\\\"") + "\"";
    }

    private void line(String text) {
        out.append(text).append('\n');
    }
}
