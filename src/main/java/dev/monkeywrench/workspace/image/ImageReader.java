package dev.monkeywrench.workspace.image;

import dev.monkeywrench.instance.CommitId;
import dev.monkeywrench.instance.RepositoryPath;
import dev.monkeywrench.sandbox.SandboxUnavailable;
import dev.monkeywrench.workspace.SourceFile;
import dev.monkeywrench.workspace.Workspace;
import dev.monkeywrench.workspace.WorkspaceLimits;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads the files of the base commit of an image's repository. What the image's Git prints is hostile data. */
final class ImageReader {

    private static final long MOST_LIST_BYTES = 64 << 20;
    /** Of all files that are shown to samplers. */
    private static final long MOST_TEXT_BYTES = 128 << 20;

    private static final Pattern LISTED =
            Pattern.compile("(100\\d{3}) blob ([0-9a-f]{40}) +(\\d{1,12})\t(.+)", Pattern.DOTALL);

    private final SandboxGit git;
    private final WorkspaceLimits limits;

    ImageReader(SandboxGit git, WorkspaceLimits limits) {
        this.git = git;
        this.limits = limits;
    }

    private record Blob(SourceFile file, String id) {}

    Workspace read(CommitId base, String digest, Runnable farewell)
            throws SandboxUnavailable, UnreadableImage, InterruptedException {
        checkHead(base);
        List<Blob> blobs = list(base);
        Map<RepositoryPath, byte[]> contents = contents(blobs);
        return new ImageWorkspace(
                base,
                digest,
                blobs.stream()
                        .map(Blob::file)
                        .sorted((a, b) -> a.path().compareTo(b.path()))
                        .toList(),
                contents,
                farewell);
    }

    /** Official images lie at the base commit, or at one commit of their own setting-up after it. */
    private void checkHead(CommitId base) throws SandboxUnavailable, UnreadableImage, InterruptedException {
        String heads = new String(git.run("rev-list --max-count=2 HEAD", "", 1_000), StandardCharsets.UTF_8);
        if (heads.lines().noneMatch(base.value()::equals)) {
            throw new UnreadableImage(
                    "it is not at the base commit " + base + "; name the image that belongs to the instance", false);
        }
    }

    private List<Blob> list(CommitId base) throws SandboxUnavailable, UnreadableImage, InterruptedException {
        byte[] listing = git.run("ls-tree -r -z --long " + base.value(), "", MOST_LIST_BYTES);
        List<Blob> blobs = new ArrayList<>();
        for (String line : new String(listing, StandardCharsets.UTF_8).split("\0", -1)) {
            blob(line).ifPresent(blobs::add);
            if (blobs.size() > limits.files()) {
                throw new UnreadableImage("it holds more than " + limits.files() + " files", false);
            }
        }
        return blobs;
    }

    /** Empty for links, submodules, and names that have no portable form. */
    private static Optional<Blob> blob(String line) {
        Matcher listed = LISTED.matcher(line);
        if (!listed.matches() || listed.group(4).indexOf('\uFFFD') >= 0) {
            return Optional.empty();
        }
        try {
            SourceFile file = new SourceFile(
                    new RepositoryPath(listed.group(4)),
                    Long.parseLong(listed.group(3)),
                    listed.group(1).equals("100755"));
            return Optional.of(new Blob(file, listed.group(2)));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private Map<RepositoryPath, byte[]> contents(List<Blob> blobs)
            throws SandboxUnavailable, UnreadableImage, InterruptedException {
        List<Blob> wanted = new ArrayList<>();
        StringBuilder input = new StringBuilder();
        long total = 0;
        for (Blob blob : blobs) {
            boolean fits = blob.file().bytes() <= limits.fileBytes();
            if (fits && total + blob.file().bytes() <= MOST_TEXT_BYTES) {
                total += blob.file().bytes();
                wanted.add(blob);
                input.append(blob.id()).append('\n');
            }
        }
        byte[] batch = git.run("cat-file --batch", input.toString(), total + 100L * wanted.size());
        return split(batch, wanted);
    }

    /** Each object follows a line with its id, kind and size, and is followed by the end of a line. */
    private static Map<RepositoryPath, byte[]> split(byte[] batch, List<Blob> wanted) throws UnreadableImage {
        Map<RepositoryPath, byte[]> contents = new HashMap<>();
        int at = 0;
        for (Blob blob : wanted) {
            byte[] header = (blob.id() + " blob " + blob.file().bytes() + "\n").getBytes(StandardCharsets.US_ASCII);
            int start = at + header.length;
            int end = start + (int) blob.file().bytes();
            if (end >= batch.length || !Arrays.equals(header, 0, header.length, batch, at, start)) {
                throw new UnreadableImage("its Git prints other objects than it lists", false);
            }
            contents.put(blob.file().path(), Arrays.copyOfRange(batch, start, end));
            at = end + 1;
        }
        return contents;
    }
}
