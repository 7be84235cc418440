package dev.monkeywrench.cli;

import java.util.List;

/** How work went on, as it was looked at now and then. Between two looks it is taken to have gone on evenly. */
record Course(List<Look> looks) {

    /** When so much was done. */
    record Look(double seconds, long done) {}

    Course {
        looks = List.copyOf(looks);
        if (looks.isEmpty()) {
            throw new IllegalArgumentException("A course needs one look at least");
        }
    }

    /** When so much was done; the first look where it was done by then, the last where that saw less. */
    double secondsAt(long done) {
        Look before = looks.getFirst();
        for (Look look : looks) {
            if (look.done() >= done) {
                double share = look.done() == before.done()
                        ? 1
                        : (done - before.done()) / (double) (look.done() - before.done());
                return before.seconds() + share * (look.seconds() - before.seconds());
            }
            before = look;
        }
        return before.seconds();
    }

    /** What it took, in seconds, to get from here to there. */
    double seconds(long from, long to) {
        return secondsAt(to) - secondsAt(from);
    }
}
