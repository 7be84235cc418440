package dev.monkeywrench.run;

import dev.monkeywrench.instance.GradedInstance;
import dev.monkeywrench.ledger.Entry;
import dev.monkeywrench.patch.PatchDigest;
import dev.monkeywrench.solver.Journal;
import dev.monkeywrench.verification.Verification;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reads what is kept of runs. Thread-safe. */
public interface RunRecords {

    Optional<Run> find(RunId run);

    Page<Run> list(RunFilter filter);

    /** What the run is to solve, with the tests that grade it. */
    Optional<GradedInstance> instance(RunId run);

    Page<SampleRecord> samples(RunId run, SampleFilter filter);

    /** All samples in order of sample index, up to the one that ended the run. */
    List<SampleOutline> outline(RunId run);

    /** Events after a sequence number, in order. */
    List<RunEvent> events(RunId run, long after, int limit);

    Optional<Journal.Prepared> prepared(RunId run);

    /** What passed, best first: as ranked at the end, until then by votes. */
    List<Passing> passing(RunId run);

    Map<PatchDigest, Verification> verifications(RunId run, List<PatchDigest> digests);

    /** The diff of a patch that a sample of the run holds. */
    Optional<String> diff(RunId run, PatchDigest digest);

    List<Entry> entries(RunId run);

    /** Those under some labels, at most a few hundred of them. */
    List<Entry> entries(RunId run, Collection<String> labels);
}
