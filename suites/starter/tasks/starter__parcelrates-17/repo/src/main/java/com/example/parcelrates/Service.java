package com.example.parcelrates;

/** How fast a parcel goes. */
public enum Service {
    ECONOMY(85),
    STANDARD(100),
    EXPRESS(160);

    private final int percent;

    Service(int percent) {
        this.percent = percent;
    }

    /** What of the listed price this service costs, in percent. */
    public int percent() {
        return percent;
    }
}
