/** How suspicious each file and line is, before anything is changed. */
@NullMarked
package dev.monkeywrench.sampling.mutation.location;

import org.jspecify.annotations.NullMarked;
