package com.example.parcelrates;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The weight bands of each zone, lightest first. */
public final class RateTable {

    private final Map<Zone, List<WeightBand>> bands;

    private RateTable(Map<Zone, List<WeightBand>> bands) {
        this.bands = bands;
    }

    /**
     * Reads lines such as {@code domestic 2.5 5.90}: zone, heaviest weight, price. Blank lines and what follows a
     * {@code #} are left out.
     */
    public static RateTable parse(List<String> lines) {
        Map<Zone, List<WeightBand>> bands = new EnumMap<>(Zone.class);
        int number = 0;
        for (String line : lines) {
            number++;
            String text = withoutComment(line).strip();
            if (text.isEmpty()) {
                continue;
            }
            String[] fields = text.split("\\s+");
            if (fields.length != 3) {
                throw new RateFormatException("line " + number + ": expected zone, weight and price");
            }
            WeightBand band = new WeightBand(decimal(fields[1], number), decimal(fields[2], number));
            addInOrder(bands.computeIfAbsent(Zone.parse(fields[0]), zone -> new ArrayList<>()), band, number);
        }
        return new RateTable(bands);
    }

    private static String withoutComment(String line) {
        int comment = line.indexOf('#');
        return comment < 0 ? line : line.substring(0, comment);
    }

    private static BigDecimal decimal(String text, int number) {
        try {
            return new BigDecimal(text);
        } catch (NumberFormatException notANumber) {
            throw new RateFormatException("line " + number + ": '" + text + "' is not a number");
        }
    }

    private static void addInOrder(List<WeightBand> bands, WeightBand band, int number) {
        if (!bands.isEmpty()) {
            WeightBand last = bands.get(bands.size() - 1);
            if (band.upTo().compareTo(last.upTo()) <= 0) {
                throw new RateFormatException("line " + number + ": bands go from light to heavy");
            }
        }
        bands.add(band);
    }

    /** The lightest band that a weight falls into; empty when it is too heavy for the zone. */
    public Optional<WeightBand> bandFor(Zone zone, BigDecimal weight) {
        for (WeightBand band : bands.getOrDefault(zone, List.of())) {
            if (band.covers(weight)) {
                return Optional.of(band);
            }
        }
        return Optional.empty();
    }

    public boolean serves(Zone zone) {
        return bands.containsKey(zone);
    }

    /** The heaviest parcel that a zone takes; empty for a zone without bands. */
    public Optional<BigDecimal> heaviest(Zone zone) {
        List<WeightBand> ofZone = bands.getOrDefault(zone, List.of());
        if (ofZone.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(ofZone.get(ofZone.size() - 1).upTo());
    }
}
