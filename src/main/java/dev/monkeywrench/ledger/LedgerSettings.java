package dev.monkeywrench.ledger;

import java.nio.file.Path;
import java.util.Optional;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * Settings of the ledger.
 *
 * @param tariff a tariff file; the bundled one when empty
 */
@ConfigurationProperties("monkeywrench.ledger")
record LedgerSettings(Optional<Path> tariff) {}
