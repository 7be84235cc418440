package dev.monkeywrench.verification;

import java.util.HexFormat;
import java.util.random.RandomGenerator;

/**
 * The secrets of one run: what is framed or signed with them was not written by the tests.
 *
 * @param frame begins every frame of the driver, and marks the start and the end of an eval script's output
 * @param witness signs every line of the witness
 * @param module the witness's name, unknown beforehand, so that no file of the repository can take its place
 */
record RunKeys(String frame, String witness, String module) {

    static RunKeys draw(RandomGenerator random) {
        return new RunKeys(hex(random, 16), hex(random, 32), "mw_witness_" + hex(random, 6));
    }

    private static String hex(RandomGenerator random, int bytes) {
        byte[] drawn = new byte[bytes];
        random.nextBytes(drawn);
        return HexFormat.of().formatHex(drawn);
    }

    @Override
    public String toString() {
        return "RunKeys";
    }
}
