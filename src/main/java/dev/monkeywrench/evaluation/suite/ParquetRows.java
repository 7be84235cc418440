package dev.monkeywrench.evaluation.suite;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.SeekableByteChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.apache.parquet.ParquetReadOptions;
import org.apache.parquet.column.page.PageReadStore;
import org.apache.parquet.conf.PlainParquetConfiguration;
import org.apache.parquet.hadoop.ParquetFileReader;
import org.apache.parquet.hadoop.metadata.BlockMetaData;
import org.apache.parquet.io.ColumnIOFactory;
import org.apache.parquet.io.LocalInputFile;
import org.apache.parquet.io.RecordReader;
import org.apache.parquet.schema.MessageType;
import tools.jackson.databind.node.ObjectNode;

/**
 * The rows of a Parquet file, by Apache's reader. It holds one row group at a time, and what one group's fault spoils is
 * that group.
 */
final class ParquetRows {

    private static final String REMEDY = "Fetch or write the file again";
    private static final String MAGIC = "PAR1";
    private static final int TAIL = 8;
    private static final long MOST_FOOTER = 64 << 20;
    private static final long MOST_GROUP = 1L << 30;
    private static final long MOST_ROWS = 1_000_000;
    private static final long USUAL_UNPACKED = 1L << 30;
    private static final int MOST_RATIO = 50;

    private final Consumer<Found> sink;
    /** Octets of values that may still come out: a few octets of a file can say a long text a million times. */
    private long left;

    private ParquetRows(Consumer<Found> sink, long size) {
        this.sink = sink;
        this.left = Math.max(USUAL_UNPACKED, size * MOST_RATIO);
    }

    static void read(Path file, Consumer<Found> sink) throws IOException {
        Optional<String> problem = broken(file);
        if (problem.isPresent()) {
            sink.accept(new Found.Unreadable(Found.Place.none(), problem.get(), REMEDY));
            return;
        }
        new ParquetRows(sink, Files.size(file)).read(file);
    }

    /** What the file's own end tells: the reader would only say that it expected something else. */
    private static Optional<String> broken(Path file) throws IOException {
        try (SeekableByteChannel channel = Files.newByteChannel(file)) {
            long size = channel.size();
            if (size == 0) {
                return Optional.of("the file is empty");
            }
            if (size < MAGIC.length() + TAIL) {
                return Optional.of("the file is no Parquet file: it holds " + size + " bytes");
            }
            ByteBuffer tail = ByteBuffer.allocate(TAIL).order(ByteOrder.LITTLE_ENDIAN);
            channel.position(size - TAIL);
            while (tail.hasRemaining() && channel.read(tail) >= 0) {
                // until the eight octets are there
            }
            long footer = tail.getInt(0) & 0xffffffffL;
            String magic = new String(tail.array(), Integer.BYTES, MAGIC.length(), StandardCharsets.ISO_8859_1);
            if (!magic.equals(MAGIC)) {
                return Optional.of("the file is cut off: it holds " + size
                        + " bytes and does not end as a Parquet file does, so that none of its rows can be found");
            }
            return footer > Math.min(size, MOST_FOOTER)
                    ? Optional.of("the file states a footer of " + footer + " bytes, of " + size + " in all")
                    : Optional.empty();
        }
    }

    private void read(Path file) {
        ParquetReadOptions options = new ParquetReadOptions.Builder(new PlainParquetConfiguration())
                .withCodecFactory(new BoundedCodecs())
                .withUseHadoopVectoredIo(false)
                .build();
        try (ParquetFileReader reader = ParquetFileReader.open(new LocalInputFile(file), options)) {
            groups(reader);
        } catch (IOException | RuntimeException | StackOverflowError | OutOfMemoryError e) {
            // the reader takes depths and lengths of the footer at their word
            sink.accept(new Found.Unreadable(Found.Place.none(), "the file cannot be read: " + reason(e), REMEDY));
        }
    }

    private void groups(ParquetFileReader reader) {
        MessageType schema = reader.getFileMetaData().getSchema();
        List<BlockMetaData> groups = reader.getRowGroups();
        long before = 0;
        for (int group = 0; group < groups.size(); group++) {
            group(reader, schema, group, before);
            before += groups.get(group).getRowCount();
            if (before > MOST_ROWS || left < 0) {
                sink.accept(new Found.Unreadable(
                        Found.Place.none(),
                        "the file holds more than " + MOST_ROWS
                                + " rows, or values of far more bytes than its own; what" + " follows was left out",
                        "Split the file"));
                return;
            }
        }
        if (before <= 0) {
            sink.accept(new Found.Unreadable(Found.Place.none(), "the file holds no row", REMEDY));
        }
    }

    private void group(ParquetFileReader reader, MessageType schema, int group, long first) {
        BlockMetaData block = reader.getRowGroups().get(group);
        long row = first;
        long end = first + block.getRowCount();
        try {
            if (block.getCompressedSize() > MOST_GROUP) {
                throw new IOException("a row group holds " + block.getCompressedSize() + " bytes; at most " + MOST_GROUP
                        + " are read");
            }
            PageReadStore pages = reader.readRowGroup(group);
            RowMaterializer rows = new RowMaterializer(schema);
            RecordReader<ObjectNode> records =
                    new ColumnIOFactory().getColumnIO(schema).getRecordReader(pages, rows);
            long before = left;
            for (; row < end && row < MOST_ROWS && left >= 0; row++) {
                one(records.read(), rows, row + 1);
                left = before - rows.total();
            }
        } catch (IOException | RuntimeException | OutOfMemoryError e) {
            sink.accept(new Found.Unreadable(
                    Found.Place.row(row + 1),
                    "the rows " + (row + 1) + " to " + end + " cannot be read: " + reason(e),
                    REMEDY));
        }
    }

    private void one(ObjectNode object, RowMaterializer rows, long number) {
        Optional<String> problem = rows.problem();
        sink.accept(
                problem.isPresent()
                        ? new Found.Unreadable(
                                Found.Place.row(number), "the row cannot be used: " + problem.get(), "Mend the row")
                        : new Found.Entry(Found.Place.row(number), "", object));
    }

    private static String reason(Throwable fault) {
        Throwable root = fault;
        for (int depth = 0; root.getCause() != null && depth < 20; depth++) {
            root = root.getCause();
        }
        String message = String.valueOf(root.getMessage());
        String first = message.lines().findFirst().orElse("unreadable");
        return root.getClass().getSimpleName() + ": " + (first.length() <= 200 ? first : first.substring(0, 200) + "…");
    }
}
