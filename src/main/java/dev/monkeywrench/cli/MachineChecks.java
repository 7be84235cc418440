package dev.monkeywrench.cli;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Checks what the service itself needs of this machine. */
record MachineChecks(Session session, List<URI> modelServers) {

    private static final int JAVA = 25;
    private static final long GIBI = 1L << 30;
    private static final long LITTLE_DISK = 10 * GIBI;
    private static final long NO_DISK = 2 * GIBI;
    private static final Duration ANSWER = Duration.ofSeconds(5);

    List<Finding> findings() throws InterruptedException {
        List<Finding> findings = new ArrayList<>();
        findings.add(java());
        findings.add(git());
        findings.add(home());
        findings.add(disk());
        findings.add(budget());
        for (URI server : modelServers) {
            findings.add(model(server));
        }
        return findings;
    }

    private static Finding java() {
        int feature = Runtime.version().feature();
        String text = Runtime.version() + " at " + System.getProperty("java.home");
        return feature >= JAVA
                ? Finding.ok("java", text)
                : Finding.fail("java", text, "Install a JDK " + JAVA + " or newer, or point JAVA_HOME at one");
    }

    /** Ours is JGit; the command is what recipes and users run. */
    private static Finding git() throws InterruptedException {
        Optional<Version> version = Tool.output("git", "--version").flatMap(Version::in);
        if (version.isEmpty()) {
            return Finding.warn("git", "is not installed", "Only './mw' in a clone needs it: 'apt-get install git'");
        }
        return KnownHoles.inGit(version.get())
                ? Finding.warn(
                        "git",
                        version.get() + " lets a hostile repository write outside its tree",
                        "Update it to 2.43.7 or newer; the service itself uses JGit")
                : Finding.ok("git", version.get().toString());
    }

    private Finding home() {
        Path home = session.home();
        try {
            Files.createDirectories(home);
            Files.delete(Files.createTempFile(home, ".doctor", ""));
            return Finding.ok("home", home.toString());
        } catch (IOException e) {
            return Finding.fail("home", home + " cannot be written", "Point MONKEYWRENCH_HOME at a folder that can");
        }
    }

    private Finding disk() {
        try {
            long free = Files.getFileStore(existing(session.home())).getUsableSpace();
            String text = free / GIBI + " GiB free beside " + session.home();
            String remedy = "Free some, or point MONKEYWRENCH_HOME at a larger disk";
            if (free < NO_DISK) {
                return Finding.fail("disk", text, remedy);
            }
            return free < LITTLE_DISK ? Finding.warn("disk", text, remedy) : Finding.ok("disk", text);
        } catch (IOException e) {
            return Finding.warn("disk", "cannot be measured: " + e.getMessage(), "Check the disk of MONKEYWRENCH_HOME");
        }
    }

    private Finding budget() {
        try {
            return DiskUse.in(session.home()).finding();
        } catch (IOException | NumberFormatException e) {
            return Finding.warn("disk budget", "cannot be measured: " + e.getMessage(), "Try again");
        }
    }

    private static Path existing(Path path) {
        Path there = path.toAbsolutePath();
        while (!Files.exists(there) && there.getParent() != null) {
            there = there.getParent();
        }
        return there;
    }

    private static Finding model(URI server) throws InterruptedException {
        HttpClient http = HttpClient.newBuilder().connectTimeout(ANSWER).build();
        try (http) {
            HttpRequest get =
                    HttpRequest.newBuilder(server).timeout(ANSWER).GET().build();
            int status = http.send(get, HttpResponse.BodyHandlers.discarding()).statusCode();
            return Finding.ok("model server", server + " answers (" + status + ")");
        } catch (IOException | IllegalArgumentException e) {
            return Finding.fail(
                    "model server", server + " does not answer", "Start it, or take it out of the settings");
        } finally {
            http.shutdownNow();
        }
    }
}
