/** Finds passages by their words, with BM25 of Lucene, and by what the visible tests tell. */
@NullMarked
package dev.monkeywrench.context.lucene;

import org.jspecify.annotations.NullMarked;
