package sample;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;

/** A little of everything that small projects use, compiled once so that the archive holds the compiler's classes. */
public final class Inventory {

    public record Item(String name, int count) {
        public Item {
            Objects.requireNonNull(name);
            if (count < 0) {
                throw new IllegalArgumentException("negative count: " + count);
            }
        }
    }

    private final Map<String, Item> items = new LinkedHashMap<>();

    public Inventory add(String name, int count) {
        items.merge(name, new Item(name, count), (a, b) -> new Item(name, a.count() + b.count()));
        return this;
    }

    public Optional<Item> find(String name) {
        return Optional.ofNullable(items.get(name));
    }

    public List<String> names() {
        return items.values().stream().map(Item::name).sorted().collect(Collectors.toList());
    }

    public int total() {
        int total = 0;
        for (Item item : new ArrayList<>(items.values())) {
            total += item.count();
        }
        return total;
    }
}
