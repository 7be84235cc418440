package dev.monkeywrench.solver;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Settings of the solver.
 *
 * @param tries how often a step is tried when the infrastructure fails
 * @param firstPause before the second try; doubled before each further one
 * @param longestPause which doubling does not go beyond
 */
@ConfigurationProperties("monkeywrench.solver")
record SolverSettings(
        @DefaultValue("8") int tries,
        @DefaultValue("2s") Duration firstPause,
        @DefaultValue("1m") Duration longestPause) {

    Patience patience() {
        return new Patience(tries, firstPause, longestPause);
    }
}
