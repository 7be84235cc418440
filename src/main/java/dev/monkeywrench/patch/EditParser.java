package dev.monkeywrench.patch;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Reads the edits in a model's reply: SEARCH/REPLACE blocks, else unified diffs, else whole files in fences. Time grows
 * with the length of the reply alone.
 */
public final class EditParser {

    /** In characters. */
    public static final int MOST_CHARACTERS = 4 << 20;

    public static final int MOST_EDITS = 500;

    private EditParser() {}

    /** Never throws: what cannot be read is a value with the reason. */
    public static ParsedEdits parse(String reply) {
        try {
            return new ParsedEdits.Found(lastOfEach(read(reply)));
        } catch (UnusableEdit e) {
            return new ParsedEdits.Unusable(e.reason());
        }
    }

    private static List<Edit> read(String reply) throws UnusableEdit {
        if (reply.length() > MOST_CHARACTERS) {
            throw new UnusableEdit("The reply is longer than " + MOST_CHARACTERS + " characters; give the edits alone");
        }
        String answer = Answer.of(reply).replace("\r\n", "\n");
        List<Edit> blocks = new BlockReader(answer).read();
        if (!blocks.isEmpty()) {
            return blocks;
        }
        if (answer.contains("+++ ") || answer.contains("diff --git ")) {
            return diff(answer);
        }
        List<Edit> files = new FencedFiles(answer).read();
        if (!files.isEmpty()) {
            return files;
        }
        throw new UnusableEdit(
                "The reply holds no edit; give at least one SEARCH/REPLACE block below the path of its file");
    }

    private static List<Edit> diff(String answer) throws UnusableEdit {
        return switch (PatchReader.read(answer)) {
            case ReadPatch.Read read -> List.of(new Edit.UnifiedDiff(read.files()));
            case ReadPatch.Unreadable unreadable -> throw new UnusableEdit(unreadable.reason());
        };
    }

    /** A model that corrects itself gives the same place again: the last word counts. */
    private static List<Edit> lastOfEach(List<Edit> edits) throws UnusableEdit {
        Map<Object, Edit> last = new LinkedHashMap<>();
        for (Edit edit : edits) {
            Object place = switch (edit) {
                case Edit.SearchReplace block -> List.of(block.path(), block.search());
                case Edit.WholeFile file -> file.path();
                case Edit.Deletion deletion -> deletion.path();
                case Edit.UnifiedDiff diff -> diff;
            };
            last.put(place, edit);
        }
        if (last.size() > MOST_EDITS) {
            throw new UnusableEdit(
                    "The reply holds more than " + MOST_EDITS + " edits; change only what the fix needs");
        }
        return List.copyOf(last.values());
    }
}
