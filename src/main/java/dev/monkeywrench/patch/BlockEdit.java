package dev.monkeywrench.patch;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;

/**
 * A SEARCH/REPLACE block held against one file: first as it stands, then without regard to blanks at the ends of lines,
 * then to how far all of it is indented.
 */
final class BlockEdit {

    /** What came of holding it against the file. */
    sealed interface Match {

        record One(String text) implements Match {}

        record Many(List<Integer> lines) implements Match {}

        record None() implements Match {}
    }

    private static final List<UnaryOperator<String>> LIKENESSES =
            List.of(Lines::content, String::stripTrailing, String::strip);

    private final List<String> file;
    private final List<String> search;
    private final List<String> replace;

    private BlockEdit(List<String> file, List<String> search, List<String> replace) {
        this.file = file;
        this.search = search;
        this.replace = replace;
    }

    static Match apply(String text, String search, String replace) {
        List<String> file = Lines.of(text);
        BlockEdit edit = new BlockEdit(file, Lines.of(search), Lines.of(replace));
        Match match = edit.apply();
        return match instanceof Match.None ? edit.withoutBlankEdges().apply() : match;
    }

    private Match apply() {
        for (UnaryOperator<String> likeness : LIKENESSES) {
            List<Integer> places = Passages.find(file, search, likeness).stream()
                    .filter(place -> shiftAt(place)
                            .flatMap(shift -> shift.shift(replace))
                            .isPresent())
                    .toList();
            if (places.size() == 1) {
                return new Match.One(textWithEditAt(places.getFirst()));
            }
            if (!places.isEmpty()) {
                return new Match.Many(places.stream().map(place -> place + 1).toList());
            }
        }
        return new Match.None();
    }

    private Optional<Indentation> shiftAt(int place) {
        return Indentation.between(file.subList(place, place + search.size()), search);
    }

    /** Lines that the block only repeats stay as they are in the file. */
    private String textWithEditAt(int place) {
        int most = Math.min(search.size(), replace.size());
        int head = 0;
        while (head < most && same(search.get(head), replace.get(head))) {
            head++;
        }
        int tail = 0;
        while (tail < most - head
                && same(search.get(search.size() - 1 - tail), replace.get(replace.size() - 1 - tail))) {
            tail++;
        }
        List<String> changed = replace.subList(head, replace.size() - tail);
        List<String> shifted =
                shiftAt(place).flatMap(shift -> shift.shift(changed)).orElse(changed);
        List<String> ended = FileText.ended(shifted, FileText.terminator(file));
        return FileText.splice(file, place + head, place + search.size() - tail, ended);
    }

    private static boolean same(String one, String other) {
        return Lines.content(one).equals(Lines.content(other));
    }

    /** Without the blank lines models put around a passage, as many of them as both halves have. */
    private BlockEdit withoutBlankEdges() {
        List<String> shortSearch = new ArrayList<>(search);
        List<String> shortReplace = new ArrayList<>(replace);
        while (!shortSearch.isEmpty() && shortSearch.getFirst().isBlank()) {
            shortSearch.removeFirst();
            if (!shortReplace.isEmpty() && shortReplace.getFirst().isBlank()) {
                shortReplace.removeFirst();
            }
        }
        while (!shortSearch.isEmpty() && shortSearch.getLast().isBlank()) {
            shortSearch.removeLast();
            if (!shortReplace.isEmpty() && shortReplace.getLast().isBlank()) {
                shortReplace.removeLast();
            }
        }
        return new BlockEdit(file, shortSearch, shortReplace);
    }
}
