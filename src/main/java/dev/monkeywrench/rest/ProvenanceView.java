package dev.monkeywrench.rest;

import dev.monkeywrench.verification.Provenance;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Which run ran the tests.
 *
 * @param key all that its finding depends on, by name
 */
@Schema(name = "Provenance")
record ProvenanceView(String run, Instant at, @Nullable Map<String, String> key) {

    static ProvenanceView of(Provenance provenance, boolean withKey) {
        return new ProvenanceView(
                provenance.run(), provenance.at(), withKey ? provenance.key().parts() : null);
    }
}
