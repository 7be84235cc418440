package dev.monkeywrench.sandbox.engine;

import dev.monkeywrench.sandbox.ExecRequest;
import dev.monkeywrench.sandbox.SandboxFile;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** What is sent to the shell inside: text to evaluate, and behind it the bytes that text reads. */
final class Script {

    /**
     * Two pipes that only the shell and what it starts next can open: they lose their names before any code of others
     * runs. Held open at both ends here, so that neither breaks when the other side is gone.
     */
    private static final String CHANNEL = """
            mkfifo -m 600 /mw/asked /mw/done && exec 7<>/mw/asked 8<>/mw/done && rm -f /mw/asked /mw/done
            """;

    /** What a shell's own {@code printf} may be given; one that has none passes it to a process, which takes twice as much. */
    private static final int MOST_SAID_OCTETS = 64 << 10;

    private final String text;
    private final byte[] payload;

    private Script(String text, byte[] payload) {
        this.text = text;
        this.payload = payload;
    }

    /** Brings the files, runs the command in {@code /testbed}, and says the secret on both streams when it ended. */
    static Script run(ExecRequest request, Inside inside, String secret) {
        StringBuilder text = new StringBuilder(512);
        ByteArrayOutputStream payload = new ByteArrayOutputStream();
        receive(request.files(), text, payload);
        text.append(gauge(inside)).append("\ncpu0=$cpu; kills0=$kills\n");
        text.append(request.listens() ? CHANNEL : "").append('(');
        text.append(ShellWords.export(inside.environment())).append(ShellWords.export(request.environment()));
        text.append("cd /testbed && exec ")
                .append(ShellWords.quote(inside.before()))
                .append(' ');
        text.append(ShellWords.quote(request.command())).append(") ");
        text.append(request.listens() ? "9<&0 </dev/null" : "</dev/null 7<&- 8<&-")
                .append("\ncode=$?\n");
        text.append(end(secret)).append('\n');
        return new Script(text.toString(), payload.toByteArray());
    }

    /** Tells the command that listens that so many bytes come, and waits for its code. By builtins alone. */
    static Script tell(String message, String secret) {
        byte[] payload = message.getBytes(StandardCharsets.UTF_8);
        return new Script(
                "gauge; cpu0=$cpu; kills0=$kills; code=1; echo " + payload.length + " >&7; read -r code <&8; "
                        + end(secret),
                payload);
    }

    private static String gauge(Inside inside) {
        return "gauge() {\n" + inside.gauge() + "\n:\n}\ngauge";
    }

    private static String end(String secret) {
        return "gauge; printf '\\000%s %s %s %s %s %s\\n' " + secret
                + " $code $cpu0 $kills0 $cpu $kills; printf '\\000%s\\n' " + secret + " >&2";
    }

    /** Reads a tar of so many bytes into {@code /testbed}; the code said is tar's. */
    static Script unpack(long size, Inside inside, String secret) {
        String tar = ShellWords.quote(inside.before())
                + " tar -x -f - -C /testbed --no-same-owner --no-same-permissions 2>&1";
        // In one line, for which no process is needed.
        String text = "head -c " + size + " | (" + tar + "; said=$?; cat >/dev/null; exit $said); code=$?; "
                + "printf '\\000%s %s 0 0 0 0\\n' " + secret + " $code; printf '\\000%s\\n' " + secret + " >&2";
        return new Script(text, new byte[0]);
    }

    void sendTo(OutputStream input) throws IOException {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        ByteArrayOutputStream all = new ByteArrayOutputStream(bytes.length + payload.length + 16);
        boolean oneLine = text.indexOf('\n') < 0;
        all.writeBytes((oneLine ? ":" : bytes.length + "\n").getBytes(StandardCharsets.US_ASCII));
        all.writeBytes(bytes);
        all.writeBytes((oneLine ? "\n" : "").getBytes(StandardCharsets.US_ASCII));
        all.writeBytes(payload);
        input.write(all.toByteArray());
        input.flush();
    }

    /**
     * Refuses to write through what code inside may have put in its place: {@code set -C} opens exclusively. What is small is
     * said in the text, for which no process is needed.
     */
    private static void receive(List<SandboxFile> files, StringBuilder text, ByteArrayOutputStream payload) {
        if (files.isEmpty()) {
            return;
        }
        String paths = ShellWords.quote(
                files.stream().map(file -> "/mw/" + file.name()).toList());
        // asked first, as a process more is what a short command costs
        text.append("for file in ")
                .append(paths)
                .append("; do if [ -e \"$file\" ] || [ -h \"$file\" ]; then rm -rf \"$file\"; fi; done\n");
        text.append("set -C\n");
        for (SandboxFile file : files) {
            byte[] content = file.content().getBytes(StandardCharsets.UTF_8);
            if (content.length <= MOST_SAID_OCTETS && file.content().indexOf('\0') < 0) {
                text.append("printf %s ").append(ShellWords.quote(file.content()));
            } else {
                text.append("head -c ").append(content.length);
                payload.writeBytes(content);
            }
            text.append(" >").append(ShellWords.quote("/mw/" + file.name())).append(" || exit 66\n");
        }
        text.append("set +C\n");
        String programs = ShellWords.quote(files.stream()
                .filter(SandboxFile::isProgram)
                .map(file -> "/mw/" + file.name())
                .toList());
        if (!programs.isEmpty()) {
            text.append("chmod 755 ").append(programs).append('\n');
        }
    }
}
