package dev.monkeywrench.disk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;

class DiskBudgetTest {

    private final InMemoryHoldings mirrors = new InMemoryHoldings("mirrors");
    private final InMemoryHoldings images = new InMemoryHoldings("images");
    private long free = Long.MAX_VALUE;

    @Test
    void evictsTheLongestUnusedOfAllOwnersUntilTheRestFits() throws Exception {
        DiskBudget budget = budget(100, 0);
        mirrors.keep("old", 40, 1);
        images.keep("older", 30, 0);
        mirrors.keep("young", 50, 3);
        images.keep("middle", 40, 2);
        budget.trim();
        assertThat(mirrors.kept).containsOnlyKeys("young");
        assertThat(images.kept).containsOnlyKeys("middle");
    }

    @Test
    void leavesWhatIsHeldUntilItIsGivenUp() throws Exception {
        DiskBudget budget = budget(100, 0);
        images.keep("held", 80, 0);
        images.keep("free", 80, 1);
        DiskBudget.Registration hold = budget.hold("held");
        budget.trim();
        assertThat(images.kept).containsOnlyKeys("held");
        hold.close();
        hold.close();
        images.keep("next", 80, 2);
        budget.trim();
        assertThat(images.kept).containsOnlyKeys("next");
    }

    @Test
    void saysWhatDoesNotFitItsLimitAndTheRemedy() {
        DiskBudget budget = budget(100L << 20, 0);
        images.keep("used", 120L << 20, 0);
        images.inUse = "used";
        assertThatThrownBy(() -> budget.makeRoom("the image x:1"))
                .isInstanceOf(DiskFull.class)
                .hasMessageContaining("the image x:1")
                .hasMessageContaining("120 MB of the 100 MB that monkeywrench.disk allows")
                .hasMessageContaining("Raise it");
    }

    @Test
    void keepsTheFloorFreeWhoeverFillsTheDisk() throws Exception {
        DiskBudget budget = budget(1000L << 20, 50L << 20);
        images.keep("any", 10, 0);
        free = 49L << 20;
        assertThatThrownBy(() -> budget.makeRoom("the repository y"))
                .isInstanceOf(DiskFull.class)
                .hasMessageContaining("49 MB are free of the 50 MB that monkeywrench.disk-floor keeps free");
        assertThat(images.kept).isEmpty();
        free = 50L << 20;
        budget.makeRoom("the repository y");
    }

    @Test
    void hasDefaultsAndNames() {
        assertThat(bind(Map.of())).isEqualTo(new DiskTerms(20L << 30, 1L << 30));
        assertThat(bind(Map.of("monkeywrench.disk", "3GB", "monkeywrench.disk-floor", "5MB")))
                .isEqualTo(new DiskTerms(3L << 30, 5L << 20));
    }

    private static DiskTerms bind(Map<String, String> values) {
        return new Binder(new MapConfigurationPropertySource(values))
                .bindOrCreate("monkeywrench", DiskSettings.class)
                .terms();
    }

    private DiskBudget budget(long ceiling, long floor) {
        DiskBudget budget = new DiskBudget(new DiskTerms(ceiling, floor), () -> free);
        budget.register(mirrors);
        budget.register(images);
        return budget;
    }

    /** Gives up all but one that it says is in use. */
    private static final class InMemoryHoldings implements Holdings {

        private final String kind;
        private final Map<String, Holding> kept = new TreeMap<>();
        private String inUse = "";

        InMemoryHoldings(String kind) {
            this.kind = kind;
        }

        void keep(String name, long bytes, long lastUse) {
            kept.put(name, new Holding(name, bytes, Instant.ofEpochSecond(lastUse)));
        }

        @Override
        public String kind() {
            return kind;
        }

        @Override
        public List<Holding> list() {
            return List.copyOf(kept.values());
        }

        @Override
        public boolean evict(Holding holding) {
            return !holding.name().equals(inUse) && kept.remove(holding.name()) != null;
        }
    }
}
