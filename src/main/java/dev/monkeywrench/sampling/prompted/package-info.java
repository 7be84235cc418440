/** A language model is shown the problem and answers with edits. */
@NullMarked
package dev.monkeywrench.sampling.prompted;

import org.jspecify.annotations.NullMarked;
