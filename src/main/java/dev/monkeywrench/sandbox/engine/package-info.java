/** What both engines share: the talk with the shell inside, its capped output, and whose sandbox it is. */
@NullMarked
package dev.monkeywrench.sandbox.engine;

import org.jspecify.annotations.NullMarked;
