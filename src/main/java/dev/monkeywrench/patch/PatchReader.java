package dev.monkeywrench.patch;

import dev.monkeywrench.instance.RepositoryPath;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Reads unified diffs from anywhere, hostile ones too, in time that grows with their length alone.
 *
 * <p>Prose around the diff, a missing {@code diff --git} line and wrong numbers in hunk headers are tolerated. Paths
 * outside the repository, links and submodules are not: then the whole patch is refused.
 */
public final class PatchReader {

    /** In UTF-8. */
    public static final int MOST_BYTES = 10 << 20;

    public static final int MOST_FILES = 10_000;
    public static final int MOST_HUNKS = 100_000;

    private final DiffLines lines;
    private final Map<RepositoryPath, List<FileDiff>> files = new LinkedHashMap<>();
    private int hunkCount;
    private boolean repaired;

    private PatchReader(DiffLines lines) {
        this.lines = lines;
    }

    /** Reads a whole diff, or tells why not. */
    public static ReadPatch read(String text) {
        try {
            check(text);
            PatchReader reader = new PatchReader(new DiffLines(Lines.of(withPlainEnds(text))));
            reader.readFiles();
            if (reader.files.isEmpty() && !text.isBlank()) {
                return new ReadPatch.Unreadable(
                        "The text holds no diff: no line '--- a/<file>' followed by a line '+++ b/<file>'");
            }
            reader.checkMoves();
            return new ReadPatch.Read(reader.joined(), reader.repaired);
        } catch (UnreadablePatch e) {
            return new ReadPatch.Unreadable(e.reason());
        }
    }

    private static void check(String text) throws UnreadablePatch {
        if (text.length() > MOST_BYTES || text.getBytes(StandardCharsets.UTF_8).length > MOST_BYTES) {
            throw new UnreadablePatch("The patch is larger than " + (MOST_BYTES >> 20) + " MiB; split it");
        }
        if (text.indexOf('\0') >= 0) {
            throw new UnreadablePatch("The patch holds a NUL byte; make it with 'git diff --binary'");
        }
        if (!StandardCharsets.UTF_8.newEncoder().canEncode(text)) {
            throw new UnreadablePatch("The patch is not valid Unicode text");
        }
    }

    /** Git ends header lines with a line feed; a carriage return there shows that the text came by way of Windows. */
    private static String withPlainEnds(String text) {
        String ended = text.endsWith("\n") ? text : text + "\n";
        int header = ended.startsWith("--- ") || ended.startsWith("diff --git ") ? 0 : firstHeader(ended);
        int end = ended.indexOf('\n', header);
        return end > 0 && ended.charAt(end - 1) == '\r' ? ended.replace("\r\n", "\n") : ended;
    }

    private static int firstHeader(String text) {
        int git = text.indexOf("\ndiff --git ");
        int names = text.indexOf("\n--- ");
        return 1 + (git < 0 || (names >= 0 && names < git) ? names : git);
    }

    private void readFiles() throws UnreadablePatch {
        while (lines.hasNext()) {
            if (lines.atGitHeader() || lines.atFileNames()) {
                FileHeader header = FileHeader.read(lines);
                add(header.with(hunks()));
            } else {
                lines.skip();
            }
        }
    }

    private List<Hunk> hunks() throws UnreadablePatch {
        List<Hunk> hunks = new ArrayList<>();
        int end = 0;
        while (lines.hasNext() && lines.atHunk()) {
            if (++hunkCount > MOST_HUNKS) {
                throw new UnreadablePatch("The patch has more than " + MOST_HUNKS + " hunks; split it");
            }
            HunkReader reader = new HunkReader(lines, end);
            Hunk hunk = reader.read();
            hunks.add(hunk);
            end = hunk.oldStart() + hunk.oldLines().size();
            repaired |= reader.repaired();
            skipBlanksBeforeHunk();
        }
        hunks.sort(Comparator.comparingInt(Hunk::oldStart));
        return hunks;
    }

    private void skipBlanksBeforeHunk() {
        int blanks = 0;
        while (blanks < 3 && lines.peek(blanks).isEmpty()) {
            blanks++;
        }
        if (lines.peek(blanks).startsWith("@@")) {
            for (int i = 0; i < blanks; i++) {
                lines.skip();
            }
        }
    }

    private void add(FileDiff file) throws UnreadablePatch {
        files.computeIfAbsent(file.path(), path -> new ArrayList<>()).add(file);
        if (files.size() > MOST_FILES) {
            throw new UnreadablePatch("The patch changes more than " + MOST_FILES + " files; split it");
        }
    }

    /** A file that comes twice: the same again is dropped, further hunks are put beside the others. */
    private List<FileDiff> joined() throws UnreadablePatch {
        List<FileDiff> joined = new ArrayList<>();
        for (Map.Entry<RepositoryPath, List<FileDiff>> file : files.entrySet()) {
            List<FileDiff> distinct = file.getValue().stream().distinct().toList();
            repaired |= file.getValue().size() > 1;
            joined.add(distinct.size() == 1 ? distinct.getFirst() : joined(file.getKey(), distinct));
        }
        return joined;
    }

    private static FileDiff joined(RepositoryPath path, List<FileDiff> parts) throws UnreadablePatch {
        Map<List<Object>, Hunk> hunks = new LinkedHashMap<>();
        for (FileDiff part : parts) {
            if (part.kind() != FileDiff.Kind.MODIFIED || part.isBinary() || part.changesMode()) {
                throw new UnreadablePatch("The patch changes " + path + " twice; put its hunks under one header");
            }
            part.hunks().forEach(hunk -> hunks.put(List.of(hunk.oldStart(), hunk.oldLines()), hunk));
        }
        return FileDiff.modified(
                path,
                hunks.values().stream()
                        .sorted(Comparator.comparingInt(Hunk::oldStart))
                        .toList());
    }

    /** Renames that depend on one another, as in a ring, have no order in which they could be applied. */
    private void checkMoves() throws UnreadablePatch {
        Set<RepositoryPath> left = new HashSet<>();
        for (FileDiff file :
                files.values().stream().flatMap(List::stream).distinct().toList()) {
            boolean renamed = file.kind() == FileDiff.Kind.RENAMED;
            boolean taken = renamed && (files.containsKey(file.oldPath()) || !left.add(file.oldPath()));
            if (taken) {
                throw new UnreadablePatch("The patch renames " + file.oldPath()
                        + " and changes that path in another place too; rename and change it in one");
            }
        }
    }
}
