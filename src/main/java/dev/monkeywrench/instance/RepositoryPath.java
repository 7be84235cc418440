package dev.monkeywrench.instance;

import java.util.Locale;

/**
 * A path inside a repository, checked: relative, with forward slashes, no {@code ..}, nothing of {@code .git}.
 *
 * @param value as in {@code src/app.py}
 */
public record RepositoryPath(String value) implements Comparable<RepositoryPath> {

    private static final int MOST_CHARACTERS = 4096;

    public RepositoryPath {
        if (value.isEmpty() || value.length() > MOST_CHARACTERS || value.startsWith("/") || value.indexOf('\\') >= 0) {
            throw new IllegalArgumentException("A repository path is relative, with forward slashes, not empty");
        }
        for (int i = 0; i < value.length(); i++) {
            if (isForbidden(value.charAt(i))) {
                throw new IllegalArgumentException("A repository path holds no control or invisible character");
            }
        }
        for (String part : value.split("/", -1)) {
            if (part.isEmpty() || part.equals(".") || part.equals("..") || isGitFolder(part)) {
                throw new IllegalArgumentException("A repository path stays inside the tree and out of .git");
            }
        }
    }

    /** HFS+ ignores some format characters and NTFS knows .git by a short name; Git refuses both, and so do we. */
    private static boolean isGitFolder(String part) {
        String folded = part.toLowerCase(Locale.ROOT).replaceAll("[. ]+$", "");
        return folded.equals(".git") || folded.equals("git~1") || folded.startsWith(".git:");
    }

    private static boolean isForbidden(char c) {
        return c < 0x20 || c == 0x7f || Character.getType(c) == Character.FORMAT;
    }

    public String fileName() {
        return value.substring(value.lastIndexOf('/') + 1);
    }

    @Override
    public int compareTo(RepositoryPath other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
