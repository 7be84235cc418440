package dev.monkeywrench.patch;

import dev.monkeywrench.instance.RepositoryPath;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Makes edits in memory, one after the other, all or none, and gives their patch.
 *
 * <p>Lines must be found once. They may differ from the file in blanks at their ends or in how far all of them are
 * indented; what differs more is refused with the nearest lines, so that a model can do better.
 */
public final class EditApplier {

    private final Editing files;
    private final FileFinder finder;

    private EditApplier(SourceTree tree) {
        this.files = new Editing(tree);
        this.finder = new FileFinder(tree);
    }

    /** Never throws: an edit that cannot be made is a value with the reason. */
    public static Edited apply(List<Edit> edits, SourceTree tree) {
        EditApplier applier = new EditApplier(tree);
        try {
            for (Edit edit : edits) {
                applier.apply(edit);
            }
        } catch (UnusableEdit e) {
            return new Edited.Unusable(e.reason());
        }
        Patch patch = applier.files.patch();
        return patch.isEmpty() ? new Edited.Unchanged() : new Edited.Changed(patch);
    }

    private void apply(Edit edit) throws UnusableEdit {
        switch (edit) {
            case Edit.SearchReplace block -> replace(block);
            case Edit.WholeFile file -> write(file.path(), file.text());
            case Edit.Deletion deletion -> {
                existing(deletion.path());
                files.delete(deletion.path());
            }
            case Edit.UnifiedDiff diff -> {
                for (FileDiff file : diff.files()) {
                    new DiffEdit(files, finder).apply(file);
                }
            }
        }
    }

    private void replace(Edit.SearchReplace block) throws UnusableEdit {
        if (block.search().isBlank()) {
            create(block);
            return;
        }
        RepositoryPath path = pathOf(block);
        String text = existing(path);
        refuseElision(block.replace(), block.search());
        switch (BlockEdit.apply(text, block.search(), block.replace())) {
            case BlockEdit.Match.One match -> put(path, match.text());
            case BlockEdit.Match.Many match ->
                throw new UnusableEdit("The SEARCH lines for " + path
                        + " are ambiguous: they match at lines " + listed(match.lines())
                        + "; add lines around them until they occur once");
            case BlockEdit.Match.None none -> throw notFound(path, text, block.search());
        }
    }

    private RepositoryPath pathOf(Edit.SearchReplace block) throws UnusableEdit {
        if (block.path().isPresent()) {
            RepositoryPath path = block.path().get();
            return files.text(path).isPresent() ? path : finder.endingWith(path).orElse(path);
        }
        List<RepositoryPath> holding = finder.holding(block.search());
        if (holding.size() == 1) {
            return holding.getFirst();
        }
        throw new UnusableEdit("A SEARCH/REPLACE block names no file, and its lines are found in "
                + (holding.isEmpty() ? "none" : "several") + "; put the path of the file in the line above the block");
    }

    private UnusableEdit notFound(RepositoryPath path, String text, String search) {
        List<RepositoryPath> elsewhere = finder.holding(search);
        String where = elsewhere.isEmpty()
                ? NearestPassage.describe(Lines.of(text), Lines.of(search)).orElse("no line of it is alike")
                : "found in another file, " + elsewhere.getFirst();
        return new UnusableEdit("The SEARCH lines were not found in " + path + "; " + where
                + ". Copy the lines exactly as they are in the file");
    }

    private void create(Edit.SearchReplace block) throws UnusableEdit {
        RepositoryPath path = block.path()
                .orElseThrow(
                        () -> new UnusableEdit(
                                "A block with an empty SEARCH makes a new file; put the path of the file in the line above the block"));
        if (!files.text(path).orElse("").isBlank()) {
            throw new UnusableEdit("The SEARCH part for " + path
                    + " is empty, but the file exists; copy the lines that are to be replaced into SEARCH");
        }
        write(path, block.replace());
    }

    private void write(RepositoryPath path, String text) throws UnusableEdit {
        Optional<String> old = files.text(path);
        refuseElision(text, old.orElse(""));
        if (old.isEmpty()) {
            DiffEdit.refuseWhereTaken(finder, path);
        }
        String terminator =
                old.map(known -> FileText.terminator(Lines.of(known))).orElse("\n");
        put(path, FileText.joined(FileText.ended(Lines.of(text), terminator), terminator));
    }

    private void put(RepositoryPath path, String text) throws UnusableEdit {
        if (text.indexOf('\0') >= 0 || !StandardCharsets.UTF_8.newEncoder().canEncode(text)) {
            throw new UnusableEdit("The edit would make " + path + " binary; write text");
        }
        files.put(path, text);
    }

    private String existing(RepositoryPath path) throws UnusableEdit {
        return DiffEdit.existing(files, finder, path);
    }

    /** "… rest of the code as before": to write that into the file would delete the rest. */
    private static void refuseElision(String text, String known) throws UnusableEdit {
        Optional<String> elision = Elision.in(text).filter(line -> !known.contains(line));
        if (elision.isPresent()) {
            throw new UnusableEdit("The edit leaves code out (" + UnreadablePatch.quoted(elision.get())
                    + "); write out every line, or replace fewer lines");
        }
    }

    private static String listed(List<Integer> lines) {
        return lines.stream().limit(10).map(String::valueOf).collect(Collectors.joining(", "))
                + (lines.size() > 10 ? " and more" : "");
    }
}
