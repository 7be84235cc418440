/** Objects of named fields out of files, whatever their form, and what could not be read of them. */
@NullMarked
package dev.monkeywrench.evaluation.suite;

import org.jspecify.annotations.NullMarked;
