package dev.monkeywrench.search;

/** Seeds derived from seeds, so that a draw's randomness depends on its place in the plan alone. */
final class Seeds {

    private static final long GOLDEN_GAMMA = 0x9e3779b97f4a7c15L;

    private Seeds() {}

    /** SplitMix64's finaliser over seed and index (Steele, Lea and Flood, 2014). */
    static long mix(long seed, long index) {
        long z = seed + (index + 1) * GOLDEN_GAMMA;
        z = (z ^ (z >>> 30)) * 0xbf58476d1ce4e5b9L;
        z = (z ^ (z >>> 27)) * 0x94d049bb133111ebL;
        return z ^ (z >>> 31);
    }

    /** The upper 53 bits as a number in [0, 1). */
    static double unit(long mixed) {
        return (mixed >>> 11) * 0x1.0p-53;
    }
}
