/** Keeps sandboxes between the candidates of one template: a process inside sets everything back after each. */
@NullMarked
package dev.monkeywrench.sandbox.reuse;

import org.jspecify.annotations.NullMarked;
