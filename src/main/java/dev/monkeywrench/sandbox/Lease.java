package dev.monkeywrench.sandbox;

import java.util.function.UnaryOperator;

/** The answer to a wish for a kept sandbox. */
public sealed interface Lease {

    /** The same with its sandbox wrapped. */
    Lease map(UnaryOperator<KeptSandbox> wrap);

    record Granted(KeptSandbox sandbox) implements Lease {
        @Override
        public Lease map(UnaryOperator<KeptSandbox> wrap) {
            return new Granted(wrap.apply(sandbox));
        }
    }

    /**
     * None is kept for this template.
     *
     * @param why in words, as in "the root file system can be written to"; blank where none is kept for any template
     */
    record Refused(String why) implements Lease {
        @Override
        public Lease map(UnaryOperator<KeptSandbox> wrap) {
            return this;
        }
    }
}
