/** Sandboxes that are opened before they are asked for, as many as measured demand calls for. */
@NullMarked
package dev.monkeywrench.sandbox.ahead;

import org.jspecify.annotations.NullMarked;
