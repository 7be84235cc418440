package dev.monkeywrench.sandbox.engine;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class OwnerProcessTest {

    private final OwnerProcess self = OwnerProcess.current();

    @Test
    void readsBackWhatItWrites() {
        assertThat(OwnerProcess.parse(self.toString())).contains(self);
        assertThat(OwnerProcess.parse("nonsense")).isEmpty();
        assertThat(OwnerProcess.parse("a/b/c/d")).isEmpty();
    }

    @Test
    void isNotGoneWhileItRuns() {
        assertThat(self.isGone()).isFalse();
    }

    @Test
    void isGoneWhenItsIdIsNobodysOrAnothers() {
        long beyond = 1L << 30;
        assertThat(new OwnerProcess(self.boot(), self.space(), beyond, self.start()).isGone())
                .isTrue();
        assertThat(new OwnerProcess(self.boot(), self.space(), self.pid(), self.start() + 1).isGone())
                .isTrue();
    }

    @Test
    void cannotBeJudgedFromAnotherMachineOrContainer() {
        long beyond = 1L << 30;
        assertThat(new OwnerProcess("other", self.space(), beyond, 1).isGone()).isFalse();
        assertThat(new OwnerProcess(self.boot(), "1", beyond, 1).isGone()).isFalse();
    }
}
