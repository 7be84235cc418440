package sample;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Disabled;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class InventoryTest {

    private Inventory inventory;

    @BeforeEach
    void fill() {
        inventory = new Inventory().add("nut", 2).add("bolt", 3);
    }

    @Test
    void listsNames() {
        assertEquals(List.of("bolt", "nut"), inventory.names());
    }

    @Test
    void refusesNegativeCounts() {
        assertThrows(IllegalArgumentException.class, () -> inventory.add("nut", -1));
    }

    @ParameterizedTest
    @CsvSource({"nut,2", "bolt,3"})
    void finds(String name, int count) {
        assertEquals(count, inventory.find(name).orElseThrow().count());
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1})
    void counts(int more) {
        assertEquals(5 + more, inventory.add("nut", more).total());
    }

    @Test
    void failsOnPurpose() {
        assertEquals(6, inventory.total());
    }

    @Test
    @Disabled
    void skipped() {}

    @Nested
    class Empty {
        @Test
        void isEmpty() {
            assertAll(() -> assertTrue(new Inventory().names().isEmpty()), () -> assertEquals(0, new Inventory().total()));
        }
    }
}
