package dev.monkeywrench.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CommandsTest extends CommandFixture {

    @Test
    void demoEndsWithOneLineOfJsonAlone() {
        assertThat(run("demo", "--json", "--samples", "30")).isEqualTo(Exit.ERROR);

        assertThat(json()).singleElement().satisfies(line -> {
            assertThat(line.propertyNames())
                    .containsExactly("resolved", "samples", "distinct", "passed", "seconds", "sandbox", "cost");
            assertThat(line.path("sandbox").asString()).isEqualTo("bubblewrap");
        });
        assertThat(service.requests().getFirst().path("plan").path("samples").asInt())
                .isEqualTo(30);
    }

    @Test
    void demoShowsVerdictsDiffAndUnknownPrices() {
        assertThat(run("demo", "--language", "java")).isEqualTo(Exit.ERROR);

        assertThat(results()).anyMatch(line -> line.startsWith("passed")).anyMatch(line -> line.contains("unknown"));
        assertThat(notes()).contains("drawn 12/500", "failed 8");
    }

    @Test
    void pauseResumeAndPsKnowEvaluations() throws IOException {
        run("evaluate", "--suite", suite("one__one-1"));
        out.reset();

        assertThat(run("pause", "evaluation0")).isZero();
        assertThat(run("resume", "evaluation0")).isZero();
        assertThat(run("cancel", "evaluation0")).isZero();
        assertThat(run("pause", "nowhere")).isEqualTo(Exit.ERROR);
        assertThat(run("ps")).isZero();

        assertThat(service.evaluations().actions())
                .containsExactly("pause evaluation0", "resume evaluation0", "cancel evaluation0");
        assertThat(results()).anySatisfy(line -> assertThat(line).contains("evaluation0", "1/1"));
    }

    @Test
    void cancelNamesRunsThatAreNotThere() {
        assertThat(run("cancel", "nowhere")).isEqualTo(Exit.ERROR);

        assertThat(notes()).contains("No such run");
        assertThat(service.cancelled()).contains("nowhere");
    }

    @Test
    void usageFaultsEndWithTwo() {
        assertThat(run("evaluate")).isEqualTo(Exit.USAGE);
        assertThat(run("frob")).isEqualTo(Exit.USAGE);
        assertThat(run("evaluate", "--suite", "starter", "--samples", "0")).isEqualTo(Exit.USAGE);
    }

    @ParameterizedTest
    @ValueSource(strings = {"demo", "suite", "suite check", "bench", "bench verification", "bench predictions"})
    void everyCommandExplainsItself(String command) {
        String[] words = (command + " --help").split(" ");

        assertThat(Commands.run(
                        words,
                        new PrintStream(out, true, StandardCharsets.UTF_8),
                        new PrintStream(out, true, StandardCharsets.UTF_8),
                        Map.of("MONKEYWRENCH_HOME", folder.toString())))
                .isZero();
        assertThat(out.toString(StandardCharsets.UTF_8)).contains("Usage: ./mw " + command);
    }

    @Test
    void silentServiceIsToldWithTheRemedy() {
        service.close();

        assertThat(run("ps")).isEqualTo(Exit.ERROR);
        assertThat(notes()).contains("./mw serve");
    }

    @Test
    void servesWithoutCommandAndWithSettingsAlone() {
        assertThat(Commands.serves(List.of())).isTrue();
        assertThat(Commands.serves(List.of("--server.port=9000"))).isTrue();
        assertThat(Commands.serves(List.of("serve", "--server.port=9000"))).isTrue();
        assertThat(Commands.serves(List.of("serve", "--help"))).isFalse();
        assertThat(Commands.serves(List.of("demo"))).isFalse();
        assertThat(Commands.settings(new String[] {"serve", "--a=b"})).containsExactly("--a=b");
    }
}
