/** What an evaluation found, as one self-contained page and as files for other programs. */
@NullMarked
package dev.monkeywrench.evaluation.report;

import org.jspecify.annotations.NullMarked;
