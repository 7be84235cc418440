package dev.monkeywrench.ledger;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.io.InputStream;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.dataformat.yaml.YAMLMapper;

/** Reads a tariff file: YAML, with {@code lists} of {@code effective}, {@code cpuHour} and {@code models}. */
public final class TariffReader {

    private static final YAMLMapper YAML = YAMLMapper.builder()
            .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .build();

    private TariffReader() {}

    /**
     * Reads a whole file.
     *
     * @param name of the file, for messages
     * @throws IllegalArgumentException when it is not a tariff, naming file and place
     */
    public static Tariff read(InputStream in, String name) {
        try {
            TariffFile file = YAML.readValue(in, TariffFile.class);
            return new Tariff(file.lists().stream().map(ListInFile::toList).toList());
        } catch (JacksonException e) {
            throw new IllegalArgumentException(
                    "The tariff file " + name + " cannot be read: " + e.getMessage()
                            + "; compare it with tariffs/default.yaml",
                    e);
        }
    }

    private record TariffFile(@JsonProperty(required = true) List<ListInFile> lists) {}

    private record ListInFile(
            @JsonProperty(required = true) LocalDate effective,
            @Nullable BigDecimal cpuHour,
            @Nullable List<ModelInFile> models) {

        Tariff.PriceList toList() {
            List<ModelInFile> rows = models == null ? List.of() : models;
            return new Tariff.PriceList(
                    effective,
                    Optional.ofNullable(cpuHour),
                    rows.stream().map(ModelInFile::toPrice).toList());
        }
    }

    private record ModelInFile(
            @JsonProperty(required = true) String match,
            @Nullable BigDecimal promptMillion,
            @Nullable BigDecimal cachedMillion,
            @Nullable BigDecimal completionMillion,
            @Nullable BigDecimal serverHour) {

        Tariff.ModelPrice toPrice() {
            return new Tariff.ModelPrice(
                    match,
                    Optional.ofNullable(promptMillion),
                    Optional.ofNullable(cachedMillion),
                    Optional.ofNullable(completionMillion),
                    Optional.ofNullable(serverHour));
        }
    }
}
