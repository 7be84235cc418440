package dev.monkeywrench.ledger;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.io.InputStream;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.dataformat.yaml.YAMLMapper;

/** Reads a tariff file: YAML, with {@code lists} of {@code effective}, {@code cpuHour} and {@code models}. */
public final class TariffReader {

    private static final YAMLMapper YAML = YAMLMapper.builder()
            .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .build();

    private static final int MOST_LISTS = 100;
    private static final int MOST_MODELS = 1_000;
    private static final int MOST_NAME = 200;
    private static final int MOST_DIGITS = 30;
    private static final int MOST_MESSAGE = 200;
    private static final BigDecimal MOST_DOLLARS = BigDecimal.valueOf(1_000_000_000);

    private TariffReader() {}

    /** What is no tariff, and in which field; the message is for people. */
    public static final class Malformed extends IllegalArgumentException {

        private static final long serialVersionUID = 1;

        private final String field;

        Malformed(String field, String problem) {
            super(problem);
            this.field = field;
        }

        /** As in {@code lists[0].models[1].promptMillion}; empty where it is the whole. */
        public String field() {
            return field;
        }

        /** What is wrong with it. */
        public String problem() {
            return String.valueOf(getMessage());
        }
    }

    /**
     * Reads a tariff that somebody sent, in the form of a file.
     *
     * @throws Malformed naming the field
     */
    public static Tariff read(JsonNode json) {
        if (!json.path("lists").isArray() || json.path("lists").size() > MOST_LISTS) {
            throw new Malformed("lists", "is not an array of at most " + MOST_LISTS + " lists of prices");
        }
        try {
            return checked(YAML.treeToValue(json, TariffFile.class));
        } catch (JacksonException e) {
            throw new Malformed(path(e), "cannot be read: " + firstLine(e));
        }
    }

    private static String firstLine(JacksonException e) {
        String line = String.valueOf(e.getOriginalMessage()).lines().findFirst().orElse("");
        return line.length() <= MOST_MESSAGE ? line : line.substring(0, MOST_MESSAGE) + "…";
    }

    private static String path(JacksonException e) {
        StringBuilder path = new StringBuilder();
        for (JacksonException.Reference part : e.getPath()) {
            if (part.getPropertyName() == null) {
                path.append('[').append(part.getIndex()).append(']');
            } else {
                path.append(path.isEmpty() ? "" : ".").append(part.getPropertyName());
            }
        }
        return path.toString();
    }

    private static Tariff checked(TariffFile file) {
        List<Tariff.PriceList> lists = new ArrayList<>();
        for (int i = 0; i < file.lists().size(); i++) {
            ListInFile list = file.lists().get(i);
            String place = "lists[" + i + "]";
            if (list == null) {
                throw new Malformed(place, "is missing");
            }
            list.check(place);
            lists.add(list.toList());
        }
        return new Tariff(lists);
    }

    /** A price is no debt, and no number whose digits alone would fill the memory. */
    private static void check(String field, @Nullable BigDecimal price) {
        boolean fits = price == null
                || (price.signum() >= 0 && price.compareTo(MOST_DOLLARS) <= 0 && price.scale() <= MOST_DIGITS);
        if (!fits) {
            throw new Malformed(field, "is not a price from 0 to " + MOST_DOLLARS + " dollars");
        }
    }

    /**
     * Reads a whole file.
     *
     * @param name of the file, for messages
     * @throws IllegalArgumentException when it is not a tariff, naming file and place
     */
    public static Tariff read(InputStream in, String name) {
        try {
            TariffFile file = YAML.readValue(in, TariffFile.class);
            return checked(file);
        } catch (Malformed e) {
            throw new IllegalArgumentException(
                    "The tariff file " + name + " cannot be read: " + e.field() + " " + e.problem()
                            + "; compare it with tariffs/default.yaml",
                    e);
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

        void check(String place) {
            TariffReader.check(place + ".cpuHour", cpuHour);
            List<ModelInFile> rows = models == null ? List.of() : models;
            if (rows.size() > MOST_MODELS) {
                throw new Malformed(place + ".models", "holds more than " + MOST_MODELS + " models");
            }
            for (int i = 0; i < rows.size(); i++) {
                String row = place + ".models[" + i + "]";
                if (rows.get(i) == null) {
                    throw new Malformed(row, "is missing");
                }
                rows.get(i).check(row);
            }
        }

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

        void check(String place) {
            if (match.isBlank() || match.length() > MOST_NAME) {
                throw new Malformed(place + ".match", "is not a line of 1 to " + MOST_NAME + " characters");
            }
            TariffReader.check(place + ".promptMillion", promptMillion);
            TariffReader.check(place + ".cachedMillion", cachedMillion);
            TariffReader.check(place + ".completionMillion", completionMillion);
            TariffReader.check(place + ".serverHour", serverHour);
        }

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
