package dev.monkeywrench.solver;

import dev.monkeywrench.ledger.Entry;
import dev.monkeywrench.patch.PatchDigest;
import dev.monkeywrench.sampling.DrawOutcome;
import dev.monkeywrench.verification.Verdict;
import dev.monkeywrench.verification.Verification;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** A journal that survives no process, for tests of what is written to it; it can be cut short as a kill would. */
final class InMemoryJournal implements Journal {

    private Optional<Prepared> prepared = Optional.empty();
    private final Map<Integer, DrawOutcome> draws = new TreeMap<>();
    private final Map<PatchDigest, Verdict> verdicts = new HashMap<>();
    private final List<Entry> entries = new ArrayList<>();
    private final List<Entry> losses = new ArrayList<>();
    private int writesLeft = Integer.MAX_VALUE;

    /** From the n-th write on, every write fails. */
    synchronized InMemoryJournal dyingAfter(int writes) {
        writesLeft = writes;
        return this;
    }

    synchronized void revive() {
        writesLeft = Integer.MAX_VALUE;
    }

    private void write() {
        if (writesLeft-- <= 0) {
            writesLeft = 0;
            throw new IllegalStateException("killed");
        }
    }

    @Override
    public synchronized Optional<Prepared> prepared() {
        return prepared;
    }

    @Override
    public synchronized void recordPrepared(Prepared fresh, List<Entry> cost) {
        write();
        prepared = Optional.of(fresh);
        entries.addAll(cost);
    }

    @Override
    public synchronized Map<Integer, DrawOutcome> draws() {
        return new TreeMap<>(draws);
    }

    @Override
    public synchronized void recordDraws(List<DrawOutcome> outcomes, List<Entry> cost) {
        write();
        outcomes.forEach(outcome -> draws.put(outcome.draw().sampleIndex(), outcome));
        entries.addAll(cost);
    }

    @Override
    public synchronized Map<PatchDigest, Verdict> verdicts() {
        return new HashMap<>(verdicts);
    }

    @Override
    public synchronized void recordVerification(PatchDigest digest, Verification verification, List<Entry> cost) {
        write();
        if (verdicts.put(digest, verification.verdict()) != null) {
            throw new AssertionError("judged twice: " + digest);
        }
        entries.addAll(cost);
    }

    @Override
    public synchronized void recordLoss(List<Entry> cost) {
        write();
        losses.addAll(cost);
    }

    @Override
    public synchronized List<Entry> entries() {
        return List.copyOf(entries);
    }

    synchronized List<Entry> losses() {
        return List.copyOf(losses);
    }
}
