package dev.monkeywrench.sandbox;

/**
 * What a stream said, capped: its beginning and its end where it said more.
 *
 * @param text what was kept, decoded as UTF-8 with replacement characters where it is not
 * @param kept how many bytes that is
 * @param total how many bytes were written
 */
public record Output(String text, long kept, long total) {

    public static Output empty() {
        return new Output("", 0, 0);
    }

    public boolean truncated() {
        return total > kept;
    }
}
