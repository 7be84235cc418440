package com.example.expirymap;

/** How well a cache has served so far. */
public record CacheStatistics(long hits, long misses, long evictions, long expirations) {

    static final CacheStatistics NONE = new CacheStatistics(0, 0, 0, 0);

    /** The share of reads that found something; 0 before the first read. */
    public double hitRate() {
        long reads = hits + misses;
        return reads == 0 ? 0 : (double) hits / reads;
    }

    CacheStatistics withHit() {
        return new CacheStatistics(hits + 1, misses, evictions, expirations);
    }

    CacheStatistics withMiss() {
        return new CacheStatistics(hits, misses + 1, evictions, expirations);
    }

    CacheStatistics withEviction() {
        return new CacheStatistics(hits, misses, evictions + 1, expirations);
    }

    CacheStatistics withExpiration() {
        return new CacheStatistics(hits, misses, evictions, expirations + 1);
    }
}
