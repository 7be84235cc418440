package dev.monkeywrench.patch;

import dev.monkeywrench.instance.RepositoryPath;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What the header lines of one file say, and the file diff that comes of it. */
final class FileHeader {

    private static final String BINARY_WITHOUT_DATA = " differ";

    private final DiffLines lines;
    private Optional<String> gitNames = Optional.empty();
    private Optional<String> oldName = Optional.empty();
    private Optional<String> newName = Optional.empty();
    private Optional<FileMode> oldMode = Optional.empty();
    private Optional<FileMode> newMode = Optional.empty();
    private FileDiff.Kind kind = FileDiff.Kind.MODIFIED;
    private final List<String> binary = new ArrayList<>();

    private FileHeader(DiffLines lines) {
        this.lines = lines;
    }

    /** Reads the header at which the lines stand. */
    static FileHeader read(DiffLines lines) throws UnreadablePatch {
        FileHeader header = new FileHeader(lines);
        if (lines.atGitHeader()) {
            header.gitNames = Optional.of(lines.peek().substring("diff --git ".length()));
            lines.skip();
            while (lines.hasNext() && header.extended(lines.peek())) {
                lines.skip();
            }
        }
        if (lines.atFileNames()) {
            header.names();
        }
        return header;
    }

    private boolean extended(String line) throws UnreadablePatch {
        if (line.startsWith("Binary files ") && line.endsWith(BINARY_WITHOUT_DATA)) {
            throw new UnreadablePatch("The patch says that a binary file differs but does not hold its bytes (line "
                    + lines.number() + "); make it with 'git diff --binary'");
        }
        if (line.equals("GIT binary patch")) {
            binary();
            return false;
        }
        return mode(line)
                || rename(line)
                || line.startsWith("similarity index ")
                || line.startsWith("dissimilarity index ")
                || index(line);
    }

    private boolean mode(String line) throws UnreadablePatch {
        if (line.startsWith("old mode ")) {
            oldMode = Optional.of(modeOf(line.substring("old mode ".length())));
            return true;
        }
        if (line.startsWith("new mode ")) {
            newMode = Optional.of(modeOf(line.substring("new mode ".length())));
            return true;
        }
        if (line.startsWith("new file mode ")) {
            newMode = Optional.of(modeOf(line.substring("new file mode ".length())));
            kind = FileDiff.Kind.ADDED;
            return true;
        }
        if (line.startsWith("deleted file mode ")) {
            oldMode = Optional.of(modeOf(line.substring("deleted file mode ".length())));
            kind = FileDiff.Kind.DELETED;
            return true;
        }
        return false;
    }

    private boolean rename(String line) throws UnreadablePatch {
        for (FileDiff.Kind moved : List.of(FileDiff.Kind.RENAMED, FileDiff.Kind.COPIED)) {
            String word = moved == FileDiff.Kind.RENAMED ? "rename" : "copy";
            if (line.startsWith(word + " from ")) {
                oldName = Optional.of(FileNames.plain(line.substring(word.length() + 6)));
                kind = moved;
                return true;
            }
            if (line.startsWith(word + " to ")) {
                newName = Optional.of(FileNames.plain(line.substring(word.length() + 4)));
                kind = moved;
                return true;
            }
        }
        return false;
    }

    /** An index line ends with the mode of a file that keeps it: so a changed link or submodule shows. */
    private boolean index(String line) throws UnreadablePatch {
        if (!line.startsWith("index ")) {
            return false;
        }
        int blank = line.lastIndexOf(' ');
        if (blank > "index".length()) {
            modeOf(line.substring(blank + 1));
        }
        return true;
    }

    private FileMode modeOf(String octal) throws UnreadablePatch {
        Optional<FileMode> mode = FileMode.of(octal.strip());
        if (mode.isPresent()) {
            return mode.get();
        }
        String what = switch (octal.strip()) {
            case "120000" -> "a symbolic link";
            case "160000" -> "a submodule";
            default -> "a file of mode " + UnreadablePatch.quoted(octal);
        };
        throw new UnreadablePatch("The patch makes or changes " + what + " (line " + lines.number()
                + "); only regular files may be changed");
    }

    private void binary() throws UnreadablePatch {
        while (lines.hasNext() && !lines.atGitHeader() && isBinaryData(lines.peek())) {
            binary.add(Lines.content(lines.take()));
        }
        while (!binary.isEmpty() && binary.getLast().isEmpty()) {
            binary.removeLast();
        }
        binary.add("");
    }

    private static boolean isBinaryData(String line) {
        return line.isEmpty()
                || line.equals("GIT binary patch")
                || line.startsWith("literal ")
                || line.startsWith("delta ")
                || line.indexOf(' ') < 0;
    }

    private void names() throws UnreadablePatch {
        String before = FileNames.plain(lines.peek().substring(4));
        String after = FileNames.plain(lines.peek(1).substring(4));
        lines.skip();
        lines.skip();
        if (FileNames.isNone(before) && FileNames.isNone(after)) {
            throw new UnreadablePatch(
                    "The patch names /dev/null as the old and the new file (line " + (lines.number() - 2) + ")");
        }
        if (FileNames.isNone(before)) {
            kind = FileDiff.Kind.ADDED;
        }
        if (FileNames.isNone(after)) {
            kind = FileDiff.Kind.DELETED;
        }
        if (oldName.isEmpty() && newName.isEmpty()) {
            oldName = Optional.of(FileNames.withoutPrefix(before, after));
            newName = Optional.of(FileNames.withoutPrefix(after, before));
        }
    }

    /** The file diff of this header with the hunks that follow it. */
    FileDiff with(List<Hunk> hunks) throws UnreadablePatch {
        if (oldName.isEmpty() || newName.isEmpty()) {
            String common = FileNames.common(gitNames.orElse(""));
            oldName = Optional.of(oldName.orElse(common));
            newName = Optional.of(newName.orElse(common));
        }
        boolean moved = kind == FileDiff.Kind.RENAMED || kind == FileDiff.Kind.COPIED;
        RepositoryPath after = FileNames.path((kind == FileDiff.Kind.DELETED ? oldName : newName).get());
        RepositoryPath before = moved ? FileNames.path(oldName.get()) : after;
        checkHunks(after, hunks);
        return new FileDiff(kind, before, after, oldMode, newMode, hunks, binary);
    }

    private void checkHunks(RepositoryPath path, List<Hunk> hunks) throws UnreadablePatch {
        if (kind == FileDiff.Kind.ADDED
                && hunks.stream().anyMatch(hunk -> !hunk.oldLines().isEmpty())) {
            throw new UnreadablePatch("The patch adds " + path
                    + " as a new file, yet keeps or removes lines of it; name the old file, or only add lines");
        }
        if (kind == FileDiff.Kind.DELETED
                && hunks.stream().anyMatch(hunk -> !hunk.newLines().isEmpty())) {
            throw new UnreadablePatch("The patch deletes " + path
                    + ", yet keeps or adds lines to it; remove all of its lines, or name the new file");
        }
    }
}
