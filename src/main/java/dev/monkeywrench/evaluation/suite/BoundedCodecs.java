package dev.monkeywrench.evaluation.suite;

import com.github.luben.zstd.Zstd;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.util.zip.GZIPInputStream;
import org.apache.parquet.bytes.BytesInput;
import org.apache.parquet.compression.CompressionCodecFactory;
import org.apache.parquet.hadoop.metadata.CompressionCodecName;
import org.xerial.snappy.Snappy;

/**
 * Unpacks the pages of a Parquet file. A page states how large it will be, and a hostile one states anything: the size is
 * bounded before a buffer is made, and a page that does not come out at that size is refused.
 */
final class BoundedCodecs implements CompressionCodecFactory {

    private static final int MOST_OCTETS = 256 << 20;

    /** One way to unpack: gives the octets of a page, as many as were stated. */
    private interface Unpacking {

        byte[] unpack(byte[] packed, int size) throws IOException;
    }

    @Override
    public BytesInputCompressor getCompressor(CompressionCodecName codec) {
        throw new UnsupportedOperationException("Files are read here, never written");
    }

    @Override
    public BytesInputDecompressor getDecompressor(CompressionCodecName codec) {
        Unpacking unpacking = switch (codec) {
            case UNCOMPRESSED -> (packed, size) -> packed;
            case SNAPPY -> BoundedCodecs::snappy;
            case GZIP -> BoundedCodecs::gzip;
            case ZSTD -> BoundedCodecs::zstd;
            case LZO, BROTLI, LZ4, LZ4_RAW ->
                throw new IllegalArgumentException("its columns are compressed by " + codec
                        + ", which is not read; write it with snappy, zstd or gzip");
        };
        return new Bounded(unpacking);
    }

    private static byte[] snappy(byte[] packed, int size) throws IOException {
        if (Snappy.uncompressedLength(packed) != size) {
            throw new IOException("a page is not of the size that it states");
        }
        return Snappy.uncompress(packed);
    }

    private static byte[] gzip(byte[] packed, int size) throws IOException {
        try (InputStream in = new GZIPInputStream(new ByteArrayInputStream(packed))) {
            return in.readNBytes(size);
        }
    }

    private static byte[] zstd(byte[] packed, int size) throws IOException {
        byte[] octets = new byte[size];
        long length = Zstd.decompressByteArray(octets, 0, size, packed, 0, packed.length);
        if (Zstd.isError(length)) {
            throw new IOException("a page cannot be unpacked: " + Zstd.getErrorName(length));
        }
        return length == size ? octets : new byte[0];
    }

    @Override
    public void release() {
        // nothing is kept
    }

    private record Bounded(Unpacking unpacking) implements BytesInputDecompressor {

        @Override
        public BytesInput decompress(BytesInput packed, int size) throws IOException {
            return BytesInput.from(unpack(packed.toInputStream().readAllBytes(), size));
        }

        @Override
        public void decompress(ByteBuffer packed, int packedSize, ByteBuffer out, int size) throws IOException {
            byte[] octets = new byte[packedSize];
            packed.get(octets);
            out.put(unpack(octets, size));
        }

        private byte[] unpack(byte[] packed, int size) throws IOException {
            if (size < 0 || size > MOST_OCTETS) {
                throw new IOException("a page states " + size + " bytes; at most " + MOST_OCTETS + " are read");
            }
            byte[] octets = unpacking.unpack(packed, size);
            if (octets.length != size) {
                throw new IOException("a page is not of the size that it states");
            }
            return octets;
        }

        @Override
        public void release() {
            // nothing is kept
        }
    }
}
