/** Predictions that come one by one, as sb-cli sends them. */
@NullMarked
package dev.monkeywrench.evaluation.submission;

import org.jspecify.annotations.NullMarked;
