package dev.monkeywrench.search;

import java.util.Optional;

/**
 * Decides which draw comes next. Used by one thread at a time.
 *
 * <p>A strategy is a pure function of its plan and what it was told: told the same again, it asks the same again, which
 * is how a killed run resumes.
 */
public interface Strategy {

    /**
     * What next.
     *
     * @param most how many draws the caller can take at once, at least 1
     */
    Ask ask(int most);

    /**
     * Takes news, in order of sample index.
     *
     * @return why the search is over with this news; empty while it goes on
     */
    Optional<StopReason> tell(Told told);
}
