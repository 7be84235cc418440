/** XML that a candidate may have written. */
@NullMarked
package dev.monkeywrench.verification.xml;

import org.jspecify.annotations.NullMarked;
