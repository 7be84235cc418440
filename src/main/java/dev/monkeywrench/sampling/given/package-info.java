/** Patches that somebody else drew, to be judged like our own. */
@NullMarked
package dev.monkeywrench.sampling.given;

import org.jspecify.annotations.NullMarked;
