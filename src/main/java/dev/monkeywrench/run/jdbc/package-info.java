/** Runs, journals and events in tables, alike in the embedded H2 database and in PostgreSQL. */
@NullMarked
package dev.monkeywrench.run.jdbc;

import org.jspecify.annotations.NullMarked;
