package dev.monkeywrench.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The files that a command brings arrive as they are, whatever they hold. */
abstract class SandboxFilesContract extends SandboxLimitsContract {

    @Test
    void bringsFiles() throws Exception {
        SandboxFile script = new SandboxFile("run.sh", "echo 'it''s' \"$1\" é\n");
        SandboxFile empty = new SandboxFile("empty", "");
        ExecRequest request = new ExecRequest(
                List.of("sh", "-c", "sh /mw/run.sh x; wc -c < /mw/empty; ls /mw"),
                Map.of(),
                List.of(script, empty),
                LONG);
        assertThat(sandbox().exec(request).stdout().text()).isEqualTo("its x é\n0\nempty\nrun.sh\n");
        SandboxFile again = new SandboxFile("run.sh", "echo again\n");
        ExecRequest second = new ExecRequest(List.of("sh", "/mw/run.sh"), Map.of(), List.of(again), LONG);
        assertThat(sandbox().exec(second).stdout().text()).isEqualTo("again\n");
    }

    @Test
    void runsByItsNameWhatIsAProgram() throws Exception {
        String says = "#!/bin/sh\necho runs\n";
        ExecRequest request = new ExecRequest(
                List.of("sh", "-c", "/mw/program; /mw/text 2>/dev/null || echo refused"),
                Map.of(),
                List.of(SandboxFile.program("program", says), new SandboxFile("text", says)),
                LONG);
        assertThat(sandbox().exec(request).stdout().text()).isEqualTo("runs\nrefused\n");
    }

    @ParameterizedTest
    @MethodSource("contents")
    void bringsFilesToTheOctet(String content) throws Exception {
        SandboxFile file = new SandboxFile("any", content);
        SandboxFile after = new SandboxFile("after", "x");
        ExecRequest request = new ExecRequest(
                List.of("sh", "-c", "sha256sum /mw/any /mw/after"), Map.of(), List.of(file, after), LONG);
        assertThat(sandbox().exec(request).stdout().text())
                .isEqualTo(digest(content) + "  /mw/any\n" + digest("x") + "  /mw/after\n");
    }

    static Stream<String> contents() {
        String all =
                IntStream.rangeClosed(1, 0x17F).mapToObj(Character::toString).collect(Collectors.joining());
        return Stream.of(
                all + all,
                "\n\nends with lines\n\n\n",
                "-n %s \\0 \\ $(touch /mw/no) `x` 'quoted' \"",
                "a \0 nought",
                "é".repeat(40_000),
                "x".repeat(65_536));
    }

    private static String digest(String content) throws NoSuchAlgorithmException {
        byte[] octets = content.getBytes(StandardCharsets.UTF_8);
        return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(octets));
    }
}
