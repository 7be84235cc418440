/** An evaluation in the files that the official harnesses write, names and order to the letter. */
@NullMarked
package dev.monkeywrench.evaluation.official;

import org.jspecify.annotations.NullMarked;
