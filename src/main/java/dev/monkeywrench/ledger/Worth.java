package dev.monkeywrench.ledger;

/** What a charge turned out to be good for. */
public enum Worth {
    /** Up to the first candidate that passed: the search itself. */
    USEFUL,
    /** Before the first sample: baseline and localisation. */
    OVERHEAD,
    /** The reply could not be used, or proposed no change. */
    MALFORMED,
    /** The reply repeated an earlier one. */
    DUPLICATE,
    /** After the first candidate had passed. */
    AFTER_FIRST_PASS,
    /** It came to nothing: a fault, a call cut short, a sample beyond the one that ended the run. */
    LOST
}
