package dev.monkeywrench.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** What Maven needs to test the bench's project without a network: a repository of its own, filled once. */
record BenchMaven(Path repository) {

    static final String POM = """
            <project xmlns="http://maven.apache.org/POM/4.0.0">
              <modelVersion>4.0.0</modelVersion>
              <groupId>bench</groupId>
              <artifactId>bench</artifactId>
              <version>1</version>
              <properties>
                <maven.compiler.release>17</maven.compiler.release>
                <project.build.sourceEncoding>UTF-8</project.build.sourceEncoding>
              </properties>
              <dependencies>
                <dependency>
                  <groupId>org.junit.jupiter</groupId>
                  <artifactId>junit-jupiter</artifactId>
                  <version>5.14.1</version>
                  <scope>test</scope>
                </dependency>
              </dependencies>
              <build>
                <plugins>
                  <plugin>
                    <artifactId>maven-surefire-plugin</artifactId>
                    <version>3.5.4</version>
                  </plugin>
                  <plugin>
                    <artifactId>maven-compiler-plugin</artifactId>
                    <version>3.14.1</version>
                  </plugin>
                </plugins>
              </build>
            </project>
            """;

    private static final Duration FETCHING = Duration.ofMinutes(10);

    /** Runs the project's tests once with the machine's own Maven, which fetches what is missing. */
    static BenchMaven filled(Path home, Path project) throws IOException, InterruptedException {
        Path repository = Files.createDirectories(home.resolve("bench").resolve("m2"));
        Path copy = Files.createTempDirectory("bench-maven-");
        Path log = copy.resolve("log");
        try {
            BenchProject.run(copy, Duration.ofSeconds(30), List.of("cp", "-r", project + "/.", copy.toString()));
            Process process = new ProcessBuilder(
                            "mvn",
                            "-B",
                            "-q",
                            "-Dmaven.repo.local=" + repository,
                            "-Dmaven.test.failure.ignore",
                            "test")
                    .directory(copy.toFile())
                    .redirectErrorStream(true)
                    .redirectOutput(log.toFile())
                    .start();
            if (!process.waitFor(FETCHING.toSeconds(), TimeUnit.SECONDS) || process.exitValue() != 0) {
                process.destroyForcibly();
                throw new IOException("Maven could not test the bench's project: " + Files.readString(log));
            }
            return new BenchMaven(repository);
        } finally {
            org.springframework.util.FileSystemUtils.deleteRecursively(copy);
        }
    }
}
