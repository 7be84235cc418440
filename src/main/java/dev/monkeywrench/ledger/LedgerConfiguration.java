package dev.monkeywrench.ledger;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(LedgerSettings.class)
class LedgerConfiguration {

    private static final String BUNDLED = "/tariffs/default.yaml";

    @Bean
    Tariff tariff(LedgerSettings settings) throws IOException {
        if (settings.tariff().isPresent()) {
            Path file = settings.tariff().get();
            try (InputStream in = Files.newInputStream(file)) {
                return TariffReader.read(in, file.toString());
            }
        }
        try (InputStream in = Objects.requireNonNull(LedgerConfiguration.class.getResourceAsStream(BUNDLED))) {
            return TariffReader.read(in, BUNDLED);
        }
    }
}
