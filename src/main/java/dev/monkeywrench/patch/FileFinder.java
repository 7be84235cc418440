package dev.monkeywrench.patch;

import dev.monkeywrench.instance.RepositoryPath;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;

/** Looks for the file that a model may have meant. Reads a bounded part of the tree. */
final class FileFinder {

    private static final int MOST_FILES = 3_000;
    private static final long MOST_CHARACTERS = 32L << 20;
    private static final int MOST_NAMES = 3;
    private static final int MOST_DISTANCE = 2;
    private static final int LONGEST_NAME = 100;

    private final SourceTree tree;

    FileFinder(SourceTree tree) {
        this.tree = tree;
    }

    boolean exists(RepositoryPath path) {
        return Collections.binarySearch(tree.paths(), path) >= 0;
    }

    /** A file where the path needs a folder, or a folder where it needs a file. */
    Optional<RepositoryPath> inTheWayOf(RepositoryPath path) {
        for (int slash = path.value().indexOf('/');
                slash > 0;
                slash = path.value().indexOf('/', slash + 1)) {
            RepositoryPath folder = new RepositoryPath(path.value().substring(0, slash));
            if (exists(folder)) {
                return Optional.of(folder);
            }
        }
        return firstInside(path.value() + "/");
    }

    private Optional<RepositoryPath> firstInside(String folder) {
        List<RepositoryPath> paths = tree.paths();
        int low = 0;
        int high = paths.size();
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (paths.get(middle).value().compareTo(folder) < 0) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low < paths.size() && paths.get(low).value().startsWith(folder)
                ? Optional.of(paths.get(low))
                : Optional.empty();
    }

    /** The one file whose path ends with this one, where a model left out the folders above. */
    Optional<RepositoryPath> endingWith(RepositoryPath path) {
        String ending = "/" + path.value();
        List<RepositoryPath> found = tree.paths().stream()
                .filter(other -> other.value().endsWith(ending))
                .limit(2)
                .toList();
        return found.size() == 1 ? Optional.of(found.getFirst()) : Optional.empty();
    }

    /** Files of the same name, or nearly. */
    List<RepositoryPath> near(RepositoryPath path) {
        String name = path.fileName();
        List<RepositoryPath> same = tree.paths().stream()
                .filter(other -> other.fileName().equals(name))
                .limit(MOST_NAMES)
                .toList();
        if (!same.isEmpty() || name.length() > LONGEST_NAME) {
            return same;
        }
        return tree.paths().stream()
                .filter(other -> isNear(name, other.fileName()))
                .limit(MOST_NAMES)
                .toList();
    }

    /** The files that hold the passage exactly: two at most. */
    List<RepositoryPath> holding(String passage) {
        List<String> lines = Lines.of(passage);
        String first = lines.isEmpty() ? "" : Lines.content(lines.getFirst());
        String start = first.substring(0, Math.min(first.length(), LONGEST_NAME));
        List<RepositoryPath> found = new ArrayList<>();
        long read = 0;
        int files = 0;
        for (RepositoryPath path : tree.paths()) {
            if (found.size() == 2 || ++files > MOST_FILES || read > MOST_CHARACTERS) {
                break;
            }
            String text = tree.read(path).orElse("");
            read += text.length();
            // the start alone is looked for first: to look for a long text is slow where much is alike
            if (text.contains(start)
                    && !Passages.find(Lines.of(text), lines, Lines::content).isEmpty()) {
                found.add(path);
            }
        }
        return found;
    }

    private static boolean isNear(String one, String other) {
        return Math.abs(one.length() - other.length()) <= MOST_DISTANCE && distance(one, other) <= MOST_DISTANCE;
    }

    /** Levenshtein's. */
    private static int distance(String one, String other) {
        int[] row = new int[other.length() + 1];
        for (int j = 0; j < row.length; j++) {
            row[j] = j;
        }
        for (int i = 1; i <= one.length(); i++) {
            int diagonal = row[0];
            row[0] = i;
            for (int j = 1; j < row.length; j++) {
                int change = diagonal + (one.charAt(i - 1) == other.charAt(j - 1) ? 0 : 1);
                diagonal = row[j];
                row[j] = Math.min(change, Math.min(row[j], row[j - 1]) + 1);
            }
        }
        return row[other.length()];
    }
}
