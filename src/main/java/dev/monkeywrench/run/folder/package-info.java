/** Verdicts of earlier runs in a folder that several processes share. */
@NullMarked
package dev.monkeywrench.run.folder;

import org.jspecify.annotations.NullMarked;
