package dev.monkeywrench.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.dataformat.yaml.YAMLMapper;

/** A file of prices, in the form of docs/models.md; what is in it is the service's to judge. */
final class TariffFile {

    private static final YAMLMapper YAML = new YAMLMapper();
    private static final long MOST_OCTETS = 3_000_000;

    private TariffFile() {}

    static JsonNode read(Path file) {
        try {
            if (Files.size(file) > MOST_OCTETS) {
                throw new UsageFault(file + " holds more than " + MOST_OCTETS + " bytes");
            }
            return YAML.readTree(Files.readString(file));
        } catch (JacksonException e) {
            throw new UsageFault(file + " is not YAML: " + Inert.line(String.valueOf(e.getOriginalMessage()), 300));
        } catch (IOException e) {
            throw new UncheckedIOException(file + " cannot be read", e);
        }
    }
}
