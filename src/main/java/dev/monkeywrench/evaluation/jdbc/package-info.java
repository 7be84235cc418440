/** Evaluations kept in tables. */
@NullMarked
package dev.monkeywrench.evaluation.jdbc;

import org.jspecify.annotations.NullMarked;
