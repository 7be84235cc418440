package dev.monkeywrench.patch;

import dev.monkeywrench.instance.RepositoryPath;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Reads whole files in fences that name their path, in the line above or behind the opening. */
final class FencedFiles {

    private final List<String> lines;
    private int at;

    FencedFiles(String answer) {
        this.lines = Lines.of(answer);
    }

    List<Edit> read() throws UnusableEdit {
        List<Edit> edits = new ArrayList<>();
        String above = "";
        while (at < lines.size()) {
            String line = lines.get(at++).strip();
            if (line.startsWith("```")) {
                String info = line.substring(ticks(line));
                Optional<RepositoryPath> named = PathLine.readInfo(info);
                Optional<RepositoryPath> path = named.isPresent() ? named : PathLine.read(above);
                String text = fenced(ticks(line));
                path.ifPresent(file -> edits.add(new Edit.WholeFile(file, text)));
                above = "";
            } else if (!line.isEmpty()) {
                above = line;
            }
        }
        return edits;
    }

    /** A fence that opens with a language inside another one is part of the text. */
    private String fenced(int ticks) throws UnusableEdit {
        StringBuilder text = new StringBuilder();
        int depth = 1;
        int start = at;
        while (at < lines.size()) {
            String line = lines.get(at++);
            String bare = line.strip();
            if (ticks(bare) >= ticks) {
                depth += bare.length() == ticks(bare) ? -1 : 1;
            }
            if (depth == 0) {
                return text.toString();
            }
            text.append(line);
        }
        throw new UnusableEdit("The fence opened at line " + start + " of the reply is never closed");
    }

    private static int ticks(String line) {
        int ticks = 0;
        while (ticks < line.length() && line.charAt(ticks) == '`') {
            ticks++;
        }
        return ticks < 3 ? 0 : ticks;
    }
}
