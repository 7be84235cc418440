package dev.monkeywrench.solver;

import dev.monkeywrench.sampling.Sample;
import dev.monkeywrench.verification.Verdict;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** Writes down what a solver tells, in order. */
final class Trail implements SolveListener {

    final List<String> told = new ArrayList<>();
    final List<String> retries = Collections.synchronizedList(new ArrayList<>());

    @Override
    public void prepared(Journal.Prepared prepared) {}

    @Override
    public void sampled(Sample sample) {
        String index = " " + sample.draw().sampleIndex();
        told.add(
                switch (sample) {
                    case Sample.Drafted drafted -> "drafted" + index;
                    case Sample.Malformed malformed -> "malformed" + index;
                    case Sample.Empty empty -> "empty" + index;
                    case Sample.Duplicate duplicate -> "duplicate" + index + " of " + duplicate.firstSampleIndex();
                });
    }

    @Override
    public void judged(Sample.Drafted sample, Verdict verdict) {
        told.add("judged " + sample.draw().sampleIndex());
    }

    @Override
    public void retrying(String step, int tries, String reason) {
        retries.add(step + " after " + tries + ": " + reason);
    }
}
