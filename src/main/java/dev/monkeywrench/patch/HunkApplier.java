package dev.monkeywrench.patch;

import dev.monkeywrench.instance.RepositoryPath;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;

/** Makes the hunks of one file, each where its lines are found, nearest to where it says. */
final class HunkApplier {

    private static final List<UnaryOperator<String>> LIKENESSES = List.of(Lines::content, String::stripTrailing);

    /** Lines compared in looking for misplaced hunks: about a second. */
    private static final long MOST_WORK = 20_000_000;

    private final RepositoryPath path;
    private final List<String> file;
    private final List<String> result = new ArrayList<>();
    private int at;
    private int drift;
    private long work;

    private HunkApplier(RepositoryPath path, String text) {
        this.path = path;
        this.file = Lines.of(text);
    }

    static String apply(RepositoryPath path, String text, List<Hunk> hunks) throws UnusableEdit {
        HunkApplier applier = new HunkApplier(path, text);
        for (Hunk hunk : hunks) {
            applier.apply(hunk);
        }
        applier.result.addAll(applier.file.subList(applier.at, applier.file.size()));
        return FileText.joined(applier.result, FileText.terminator(applier.file));
    }

    private void apply(Hunk hunk) throws UnusableEdit {
        List<String> old = hunk.oldLines();
        int place = place(hunk, old);
        result.addAll(file.subList(at, place));
        boolean convert = !old.isEmpty() && !terminatorsAgree(old, place);
        String terminator = FileText.terminator(file);
        int line = place;
        for (HunkLine change : hunk.lines()) {
            switch (change.kind()) {
                case CONTEXT -> result.add(file.get(line++));
                case REMOVED -> line++;
                case ADDED -> result.add(convert ? Lines.content(change.text()) + terminator : change.text());
            }
        }
        at = line;
        drift = place - hunk.oldStart();
    }

    private int place(Hunk hunk, List<String> old) throws UnusableEdit {
        int expected = hunk.oldStart() + drift;
        if (old.isEmpty()) {
            return Math.clamp(expected, at, file.size());
        }
        if (fits(old, expected)) {
            return expected;
        }
        work += file.size() - at + old.size();
        if (work > MOST_WORK) {
            throw new UnusableEdit(
                    "Too many hunks for " + path + " are not where their line numbers say; correct them");
        }
        for (UnaryOperator<String> likeness : LIKENESSES) {
            Optional<Integer> nearest = Passages.find(file.subList(at, file.size()), old, likeness).stream()
                    .map(place -> place + at)
                    .min(Comparator.comparingInt(place -> Math.abs(place - expected)));
            if (nearest.isPresent()) {
                return nearest.get();
            }
        }
        throw new UnusableEdit("The hunk at line " + (hunk.oldStart() + 1) + " does not fit " + path
                + NearestPassage.describe(file, old).map(text -> ": " + text).orElse(", which holds no line like its")
                + ". Copy the lines exactly as they are in the file");
    }

    private boolean fits(List<String> old, int place) {
        if (place < at || place + old.size() > file.size()) {
            return false;
        }
        for (int i = 0; i < old.size(); i++) {
            if (!Lines.content(old.get(i)).equals(Lines.content(file.get(place + i)))) {
                return false;
            }
        }
        return true;
    }

    private boolean terminatorsAgree(List<String> old, int place) {
        for (int i = 0; i < old.size(); i++) {
            String there = Lines.terminator(file.get(place + i));
            if (!there.isEmpty() && !there.equals(Lines.terminator(old.get(i)))) {
                return false;
            }
        }
        return true;
    }
}
