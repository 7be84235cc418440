package dev.monkeywrench.workspace.git;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.eclipse.jgit.internal.storage.pack.PackWriter;
import org.eclipse.jgit.lib.NullProgressMonitor;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.ObjectReader;
import org.eclipse.jgit.revwalk.RevObject;
import org.eclipse.jgit.revwalk.RevWalk;
import org.eclipse.jgit.storage.pack.PackConfig;

/**
 * A Git pack that holds one commit, its trees and its files, and nothing else. No deltas are taken over from where the
 * objects come from: the same commit always gives the same bytes. It lies in two files without a name, which the
 * operating system removes however this process ends.
 */
record SingleCommitPack(String name, SeekableByteChannel pack, SeekableByteChannel index) implements AutoCloseable {

    static SingleCommitPack write(ObjectReader reader, CommitTree tree, Path folder) throws IOException {
        SeekableByteChannel pack = nameless(folder);
        SeekableByteChannel index = nameless(folder);
        try (PackWriter writer = new PackWriter(config(), reader)) {
            writer.preparePack(objects(reader, tree).iterator());
            // Neither stream is closed, since that would close the file: flushing is enough.
            OutputStream packOut = new BufferedOutputStream(Channels.newOutputStream(pack));
            writer.writePack(NullProgressMonitor.INSTANCE, NullProgressMonitor.INSTANCE, packOut);
            packOut.flush();
            OutputStream indexOut = new BufferedOutputStream(Channels.newOutputStream(index));
            writer.writeIndex(indexOut);
            indexOut.flush();
            return new SingleCommitPack("pack-" + writer.computeName().name(), pack, index);
        } catch (IOException | RuntimeException e) {
            pack.close();
            index.close();
            throw e;
        }
    }

    private static SeekableByteChannel nameless(Path folder) throws IOException {
        Path file = folder.resolve("export-" + UUID.randomUUID());
        return Files.newByteChannel(
                file,
                StandardOpenOption.CREATE_NEW,
                StandardOpenOption.READ,
                StandardOpenOption.WRITE,
                StandardOpenOption.DELETE_ON_CLOSE);
    }

    private static PackConfig config() {
        PackConfig config = new PackConfig();
        config.setReuseObjects(false);
        config.setReuseDeltas(false);
        config.setDeltaCompress(false);
        config.setThreads(1);
        config.setCompressionLevel(1);
        config.setIndexVersion(2);
        return config;
    }

    private static List<RevObject> objects(ObjectReader reader, CommitTree tree) {
        List<RevObject> objects = new ArrayList<>();
        Set<ObjectId> seen = new HashSet<>();
        try (RevWalk walk = new RevWalk(reader)) {
            objects.add(walk.lookupCommit(tree.commit()));
            for (ObjectId id : tree.trees()) {
                if (seen.add(id)) {
                    objects.add(walk.lookupTree(id));
                }
            }
            for (TreeEntry entry : tree.entries()) {
                if (!entry.isSubmodule() && seen.add(entry.id())) {
                    objects.add(walk.lookupBlob(entry.id()));
                }
            }
        }
        return objects;
    }

    @Override
    public void close() throws IOException {
        pack.close();
        index.close();
    }
}
