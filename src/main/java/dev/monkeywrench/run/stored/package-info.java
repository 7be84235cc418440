/** The form in which runs, samples and verdicts are written down. */
@NullMarked
package dev.monkeywrench.run.stored;

import org.jspecify.annotations.NullMarked;
