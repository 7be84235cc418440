package dev.monkeywrench.junitrun;

import java.util.concurrent.atomic.AtomicBoolean;

/**
 * Runs the tests of a plan part by part, and ends the JVM where the plan has the run end. The parts share one JVM and the
 * project's classes; what a class sets up for all of its tests is set up again in each part that holds one of them.
 */
final class OrderedRun {

    /** Ends the JVM with what is known by then. */
    interface Cut {

        void now(Course course);
    }

    /** Runs the tests of one part, or finds that there are none. */
    interface Part {

        void run();
    }

    private final Plan plan;
    private final Cut cut;
    private final AtomicBoolean begun = new AtomicBoolean();
    private final AtomicBoolean first = new AtomicBoolean();
    private final AtomicBoolean over = new AtomicBoolean();
    private volatile double firstSeconds;

    OrderedRun(Plan plan, Cut cut) {
        this.plan = plan;
        this.cut = cut;
    }

    /** To be told of every test that ended. Until the parts run, nothing ends the run. */
    void ended(TestResult result) {
        if (first.get()) {
            firstSeconds += result.seconds();
        }
        if (begun.get() && plan.stop() && result.broken() && plan.isDeciding(result.id())) {
            end("stopped");
        }
    }

    Course execute(Part firstTests, Part rest) {
        begun.set(true);
        first.set(true);
        if (!plan.firstLimit().isZero()) {
            startClock();
        }
        firstTests.run();
        first.set(false);
        rest.run();
        if (!over.compareAndSet(false, true)) {
            waitForTheEnd();
        }
        return new Course("planned", firstSeconds);
    }

    private void startClock() {
        Thread clock = new Thread(() -> {
            try {
                Thread.sleep(plan.firstLimit().toMillis());
            } catch (InterruptedException meddler) {
                return; // the limit of the whole run holds
            }
            if (first.get()) {
                end("late");
            }
        });
        clock.setDaemon(true);
        clock.start();
    }

    private void end(String word) {
        if (over.compareAndSet(false, true)) {
            cut.now(new Course(word, firstSeconds));
        }
        waitForTheEnd();
    }

    /** Another thread is about to end this JVM. */
    private static void waitForTheEnd() {
        while (true) {
            try {
                Thread.sleep(Long.MAX_VALUE);
            } catch (InterruptedException goesOn) {
                continue;
            }
        }
    }
}
