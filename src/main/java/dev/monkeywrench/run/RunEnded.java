package dev.monkeywrench.run;

/**
 * Told to this process when a run that it worked on or cancelled has ended. Who misses it, because the process was
 * killed or another one ended the run, finds the end in the run's state.
 */
public record RunEnded(RunId run) {}
