/** Reads JUnit XML, whoever wrote it. */
@NullMarked
package dev.monkeywrench.verification.junit;

import org.jspecify.annotations.NullMarked;
