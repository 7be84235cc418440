package sample;

import static org.junit.Assert.assertEquals;

import org.junit.Test;

public class OldInventoryTest {

    @Test
    public void totals() {
        assertEquals(4, new Inventory().add("nut", 4).total());
    }

    @Test(expected = NullPointerException.class)
    public void refusesNoName() {
        new Inventory().add(null, 1);
    }
}
