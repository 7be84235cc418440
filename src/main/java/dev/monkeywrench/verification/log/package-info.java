/** Reads the printed output of test runners by the parsers named in SWE-bench's registry. */
@NullMarked
package dev.monkeywrench.verification.log;

import org.jspecify.annotations.NullMarked;
