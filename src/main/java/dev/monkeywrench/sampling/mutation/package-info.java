/** The embedded sampler: repair templates, ordered by where and how programs are usually wrong. It asks no model. */
@NullMarked
package dev.monkeywrench.sampling.mutation;

import org.jspecify.annotations.NullMarked;
