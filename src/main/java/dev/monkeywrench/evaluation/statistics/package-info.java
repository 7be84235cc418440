/** What the outcomes of many samples say, with its source and its uncertainty; pure, every random draw comes from outside. */
@NullMarked
package dev.monkeywrench.evaluation.statistics;

import org.jspecify.annotations.NullMarked;
