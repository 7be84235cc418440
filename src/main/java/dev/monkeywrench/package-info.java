/** A service that repairs code by repeated sampling, verified by tests in a sandbox. */
@NullMarked
package dev.monkeywrench;

import org.jspecify.annotations.NullMarked;
