/** Workspaces from repositories that lie in the instance's own image, read out of a sandbox. */
@NullMarked
package dev.monkeywrench.workspace.image;

import org.jspecify.annotations.NullMarked;
