package dev.monkeywrench.sandbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.monkeywrench.instance.Environment;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ChosenEngineTest {

    private static final ChosenEngine.Opening NO_DOCKER = () -> {
        throw new SandboxUnavailable("No Docker daemon answers: start it", true);
    };
    private static final ChosenEngine.Opening NO_BUBBLEWRAP = () -> {
        throw new SandboxUnavailable("There is no bwrap: install bubblewrap", false);
    };

    @Test
    void prefersDocker() throws Exception {
        EngineChoice choice = choice(EnginePreference.AUTO, () -> engine(SandboxKind.DOCKER), NO_BUBBLEWRAP);
        assertThat(choice).isEqualTo(new EngineChoice(SandboxKind.DOCKER, true, "a Docker daemon answers"));
    }

    @Test
    void takesBubblewrapWhereNoDaemonAnswersAndSaysSo() throws Exception {
        EngineChoice choice = choice(EnginePreference.AUTO, NO_DOCKER, () -> engine(SandboxKind.BUBBLEWRAP));
        assertThat(choice.kind()).isEqualTo(SandboxKind.BUBBLEWRAP);
        assertThat(choice.usable()).isTrue();
        assertThat(choice.reason()).isEqualTo("bubblewrap works here, and no Docker daemon answers: start it");
    }

    @Test
    void obeysAStatedEngineAlthoughAnotherIsUsable() throws Exception {
        assertThat(choice(EnginePreference.BUBBLEWRAP, () -> engine(SandboxKind.DOCKER), NO_BUBBLEWRAP)
                        .usable())
                .isFalse();
        assertThat(choice(EnginePreference.DOCKER, NO_DOCKER, () -> engine(SandboxKind.BUBBLEWRAP))
                        .usable())
                .isFalse();
    }

    @Test
    void opensNothingUnsandboxed() throws Exception {
        ChosenEngine none = ChosenEngine.choose(EnginePreference.AUTO, NO_DOCKER, NO_BUBBLEWRAP);
        TemplateSpec spec = new TemplateSpec(new Environment.Recipe("python"), Optional.empty());
        assertThat(none.choice().usable()).isFalse();
        assertThatThrownBy(() -> none.engine().prepare(spec))
                .isInstanceOf(SandboxUnavailable.class)
                .hasMessageContaining("start it")
                .hasMessageContaining("install bubblewrap");
    }

    private static EngineChoice choice(
            EnginePreference preference, ChosenEngine.Opening docker, ChosenEngine.Opening bubblewrap)
            throws Exception {
        return ChosenEngine.choose(preference, docker, bubblewrap).choice();
    }

    private static SandboxEngine engine(SandboxKind kind) {
        return new AbsentEngine(kind, "a double");
    }
}
