package dev.monkeywrench.run;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Function;
import java.util.function.LongSupplier;

/**
 * Accounts of runs that go on, which are asked for again and again while all their charges must be added up each time:
 * what is given is so recent that adding up takes no more than a small share of the time. Thread-safe.
 */
public final class RecentAccounts {

    private static final int SHARE = 50;
    private static final int MOST_KNOWN = 64;

    private final Function<RunId, Account> accounts;
    private final LongSupplier nanoTime;
    private final Map<RunId, Known> known = new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<RunId, Known> eldest) {
            return size() > MOST_KNOWN;
        }
    };

    private record Known(Account account, long goodUntil) {}

    /**
     * @param accounts add up all charges
     * @param nanoTime as {@link System#nanoTime}
     */
    RecentAccounts(Function<RunId, Account> accounts, LongSupplier nanoTime) {
        this.accounts = accounts;
        this.nanoTime = nanoTime;
    }

    /** What a run has cost: now, if it has ended, and else fifty times as long ago as adding it up takes, at most. */
    public Account of(Run run) {
        if (run.endedAt().isPresent()) {
            return accounts.apply(run.id());
        }
        long began = nanoTime.getAsLong();
        synchronized (known) {
            Known recent = known.get(run.id());
            if (recent != null && began - recent.goodUntil() < 0) {
                return recent.account();
            }
        }
        Account account = accounts.apply(run.id());
        long ended = nanoTime.getAsLong();
        synchronized (known) {
            known.put(run.id(), new Known(account, ended + SHARE * (ended - began)));
        }
        return account;
    }
}
