package dev.monkeywrench.run;

/** Whose the verdict on a sample is, and so who pays for it. */
public enum Judging {
    /** Nothing was judged, or not yet. */
    NONE,
    /** Its own: it is the first of the run with this patch. */
    OWN,
    /** An earlier run's, for which this one pays nothing. */
    CACHED,
    /** That of the earlier sample with the same patch, which pays for it. */
    SHARED
}
