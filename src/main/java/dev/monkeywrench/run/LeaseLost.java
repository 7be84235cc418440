package dev.monkeywrench.run;

/** Another worker has taken the run, or it has ended: whoever meets this stops and writes nothing more. */
public final class LeaseLost extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public LeaseLost(RunId run, long epoch) {
        super("Life " + epoch + " of run " + run + " is over: another worker took it, or it has ended");
    }
}
