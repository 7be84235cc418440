package dev.monkeywrench.cli;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/** Checks where untrusted code would run. */
record SandboxChecks(Session session) {

    private static final List<String> RECIPES = List.of("python", "java");
    private static final String NO_SANDBOX =
            "Start Docker, or install bubblewrap (Debian: 'apt-get install bubblewrap')";

    List<Finding> findings() throws InterruptedException {
        List<Finding> findings = new ArrayList<>();
        Optional<EngineSocket> socket = EngineSocket.of(session.environment());
        Optional<JsonNode> version = socket.isPresent() ? socket.get().get("/version") : Optional.empty();
        boolean bubblewrap = bubblewrapRuns();
        findings.add(docker(version, bubblewrap));
        version.flatMap(SandboxChecks::runc).ifPresent(findings::add);
        findings.add(bubblewrap(bubblewrap, version.isPresent()));
        for (String recipe : RECIPES) {
            findings.add(recipe(recipe, socket, version.isPresent()));
        }
        return findings;
    }

    private Finding docker(Optional<JsonNode> version, boolean bubblewrap) {
        String host = session.environment().getOrDefault("DOCKER_HOST", "/var/run/docker.sock");
        if (version.isPresent()) {
            return Finding.ok(
                    "docker", "engine " + version.get().path("Version").asString("?") + " answers at " + host);
        }
        return bubblewrap
                ? Finding.warn(
                        "docker", "no engine answers at " + host, "bubblewrap is used; start Docker to run images")
                : Finding.fail("docker", "no engine answers at " + host, NO_SANDBOX);
    }

    private static Optional<Finding> runc(JsonNode version) {
        return version.path("Components")
                .valueStream()
                .filter(component -> component.path("Name").asString("").equals("runc"))
                .map(component -> component.path("Version").asString(""))
                .findFirst()
                .flatMap(Version::in)
                .map(SandboxChecks::runc);
    }

    static Finding runc(Version runc) {
        return KnownHoles.inRunc(runc)
                ? Finding.warn(
                        "runc",
                        runc + " has known ways out of a container",
                        "Update it to 1.2.8, 1.3.3, 1.4.0 or newer before running code you do not trust")
                : Finding.ok("runc", runc.toString());
    }

    private static boolean bubblewrapRuns() throws InterruptedException {
        return Tool.output("bwrap", "--unshare-all", "--die-with-parent", "--ro-bind", "/", "/", "true")
                .isPresent();
    }

    private static Finding bubblewrap(boolean runs, boolean docker) throws InterruptedException {
        Optional<String> version = Tool.output("bwrap", "--version");
        if (runs) {
            return Finding.ok("bubblewrap", version.orElse("runs"));
        }
        String text = version.isPresent() ? version.get() + " may not make namespaces" : "is not installed";
        String remedy = version.isPresent()
                ? "As root run 'sysctl -w kernel.unprivileged_userns_clone=1'"
                : "Debian: 'apt-get install bubblewrap'";
        return docker
                ? Finding.warn("bubblewrap", text, "Docker is used; " + remedy + " to have a second way")
                : Finding.fail("bubblewrap", text, remedy);
    }

    private Finding recipe(String name, Optional<EngineSocket> socket, boolean docker) throws InterruptedException {
        Path root = session.home().resolve("rootfs").resolve(name);
        List<String> places = new ArrayList<>();
        if (Files.isDirectory(root)) {
            places.add(root.toString());
        }
        if (docker
                && socket.isPresent()
                && socket.get()
                        .get("/images/monkeywrench/" + name + ":latest/json")
                        .isPresent()) {
            places.add("image monkeywrench/" + name + ":latest");
        }
        return places.isEmpty()
                ? Finding.warn("recipe " + name, "is not built", "It is built when first needed, or by 'sandbox/build'")
                : Finding.ok("recipe " + name, String.join(", ", places));
    }
}
