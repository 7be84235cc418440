package dev.monkeywrench.junitrun;

import java.util.List;

/** A run whose classes make up the class data archive: what a run needs, and what only a kept sandbox needs. */
public final class Rehearsal {

    private Rehearsal() {}

    /** Takes the arguments of {@link JUnitRun}. */
    public static void main(String[] arguments) throws Exception {
        for (Class<?> type : List.of(Spare.class, Wire.class, Workshop.class, WarmCompilation.class, MemoryFiles.class,
                Plan.class, Turns.class, OrderedRun.class, Course.class)) {
            Class.forName(type.getName());
        }
        JUnitRun.main(arguments);
    }
}
