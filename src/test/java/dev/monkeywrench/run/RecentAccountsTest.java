package dev.monkeywrench.run;

import static org.assertj.core.api.Assertions.assertThat;

import dev.monkeywrench.instance.InstanceId;
import dev.monkeywrench.ledger.Bill;
import dev.monkeywrench.ledger.Tariff;
import dev.monkeywrench.ledger.Worth;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class RecentAccountsTest {

    private static final long ADDING_UP = 10;

    private long now;
    private int addedUp;
    private final RecentAccounts accounts = new RecentAccounts(this::addUp, () -> now);

    @Test
    void addsUpARunThatGoesOnForASmallShareOfTheTime() {
        for (int looks = 0; looks < 1000; looks++) {
            accounts.of(run("1", Optional.empty()));
            now += 1;
        }
        assertThat(addedUp * ADDING_UP).isLessThan(now / 40);
    }

    @Test
    void givesWhatItKnewOnlyForAWhile() {
        assertThat(accounts.of(run("1", Optional.empty())).passing()).isEqualTo(1);
        assertThat(accounts.of(run("1", Optional.empty())).passing()).isEqualTo(1);
        now += 50 * ADDING_UP;
        assertThat(accounts.of(run("1", Optional.empty())).passing()).isEqualTo(2);
    }

    @Test
    void addsUpARunThatHasEndedEachTime() {
        accounts.of(run("1", Optional.empty()));
        assertThat(accounts.of(run("1", Optional.of(Instant.EPOCH))).passing()).isEqualTo(2);
        assertThat(accounts.of(run("1", Optional.of(Instant.EPOCH))).passing()).isEqualTo(3);
    }

    @Test
    void keepsRunsApart() {
        assertThat(accounts.of(run("1", Optional.empty())).passing()).isEqualTo(1);
        assertThat(accounts.of(run("2", Optional.empty())).passing()).isEqualTo(2);
    }

    private Account addUp(RunId run) {
        now += ADDING_UP;
        addedUp++;
        return new Account(Bill.of(List.of(), label -> Worth.OVERHEAD, new Tariff(List.of())), Map.of(), addedUp);
    }

    private static Run run(String id, Optional<Instant> endedAt) {
        return new Run(
                new RunId(id.repeat(24)),
                new InstanceId("test__accounts-1"),
                endedAt.isPresent() ? RunState.COMPLETED : RunState.RUNNING,
                false,
                1,
                Instant.EPOCH,
                Optional.of(Instant.EPOCH),
                endedAt,
                Optional.empty(),
                Optional.empty(),
                Counts.none(),
                Optional.empty());
    }
}
