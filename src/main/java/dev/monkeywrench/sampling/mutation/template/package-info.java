/** The repair templates: each looks at one node of a file and proposes changes to it. */
@NullMarked
package dev.monkeywrench.sampling.mutation.template;

import org.jspecify.annotations.NullMarked;
