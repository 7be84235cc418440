/** How natural a change reads beside the code that is there. */
@NullMarked
package dev.monkeywrench.sampling.mutation.language;

import org.jspecify.annotations.NullMarked;
