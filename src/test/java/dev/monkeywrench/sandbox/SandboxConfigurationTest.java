package dev.monkeywrench.sandbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.monkeywrench.disk.DiskBudget;
import dev.monkeywrench.instance.Environment;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;

class SandboxConfigurationTest {

    @TempDir
    private Path home;

    @Test
    void startsWithoutADaemonAndSaysWhatIsMissing() {
        runner().withPropertyValues("monkeywrench.sandbox.engine=docker").run(context -> {
            assertThat(context).hasNotFailed();
            EngineChoice choice = context.getBean(EngineChoice.class);
            assertThat(choice.usable()).isFalse();
            assertThat(choice.kind()).isEqualTo(SandboxKind.DOCKER);
            assertThat(choice.reason()).contains("none.sock", "monkeywrench.sandbox.docker-host");
            TemplateSpec spec = new TemplateSpec(new Environment.Recipe("python"), Optional.empty());
            Sandboxes sandboxes = context.getBean(Sandboxes.class);
            assertThatThrownBy(() -> sandboxes.prepare(spec)).isInstanceOf(SandboxUnavailable.class);
        });
    }

    @Test
    void handsOutTheEngineBehindItsGateAndTheLimits() {
        runner().withPropertyValues("monkeywrench.sandbox.memory=64MB").run(context -> {
            assertThat(context.getBean(Sandboxes.class)).isInstanceOf(GatedSandboxes.class);
            assertThat(context.getBean(Limits.class).memoryBytes()).isEqualTo(64L << 20);
            assertThat(context.getBean(EngineChoice.class).reason()).contains("none.sock");
        });
    }

    private ApplicationContextRunner runner() {
        return new ApplicationContextRunner()
                .withUserConfiguration(SandboxConfiguration.class)
                .withBean(DiskBudget.class, DiskBudget::unbounded)
                .withPropertyValues(
                        "monkeywrench.home=" + home, "monkeywrench.sandbox.docker-host=unix://" + home + "/none.sock");
    }
}
