package dev.monkeywrench.evaluation;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A file in another encoding than UTF-8, or that is no text, is told with the remedy. */
class EncodedFilesTest extends PredictionsFixture {

    @ParameterizedTest
    @ValueSource(strings = {"UTF-16", "UTF-16LE", "UTF-16BE", "UTF-32LE", "UTF-32BE"})
    void otherUnicodeIsReadAndTold(String charset) throws IOException {
        String mark = charset.startsWith("UTF-32") ? "\uFEFF" : "";

        Predictions read =
                read((mark + GOOD.replace("diff", "é 😀") + "\n" + OTHER).getBytes(Charset.forName(charset)));

        assertThat(ids(read)).containsExactly("a__b-1", "a__b-2");
        assertThat(read.all().getFirst().patch()).isEqualTo("é 😀");
        assertThat(told(read)).contains("not UTF-8", "iconv");
    }

    @Test
    void surrogatesThatStraddleBuffersStayWhole() throws IOException {
        String patch = "😀".repeat(40_000);

        for (String before : new String[] {"", "x"}) {
            String text = "\uFEFF" + GOOD.replace("diff", before + patch);
            assertThat(read(text.getBytes(StandardCharsets.UTF_16LE))
                            .all()
                            .getFirst()
                            .patch())
                    .isEqualTo(before + patch);
        }
    }

    @Test
    void lineInAnotherEncodingIsNamedByByte() throws IOException {
        byte[] octets = (GOOD + "\n" + OTHER.replace("diff", "é") + "\n" + OTHER).getBytes(StandardCharsets.ISO_8859_1);

        Predictions read = read(octets);

        assertThat(told(read)).contains(":2: the line is not UTF-8: byte ", "0xE9", "iconv -f LATIN1");
        assertThat(ids(read)).containsExactly("a__b-1", "a__b-2");
    }

    @Test
    void nulBytesAreNamed() throws IOException {
        Predictions read = read(GOOD + "\n\0\0\0\0");

        assertThat(told(read)).contains(":2: the line holds a NUL byte, its byte 1", "cut off");
        assertThat(ids(read)).containsExactly("a__b-1");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " \n\t\n", "\uFEFF"})
    void emptyFileIsTold(String text) throws IOException {
        assertThat(told(read(text))).contains("the file is empty");
    }

    @Test
    void compressedFileIsTold() throws IOException {
        assertThat(told(read(new byte[] {0x1f, (byte) 0x8b, 8, 0, 1}))).contains("compressed", "gunzip");
    }
}
