/** Source files as trees that look alike in every language. */
@NullMarked
package dev.monkeywrench.sampling.mutation.syntax;

import org.jspecify.annotations.NullMarked;
