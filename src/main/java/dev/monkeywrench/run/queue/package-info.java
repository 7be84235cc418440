/** The queue of runs, kept by db-scheduler in the same database. */
@NullMarked
package dev.monkeywrench.run.queue;

import org.jspecify.annotations.NullMarked;
