/** Workspaces from Git repositories, read out of the object database without a working tree. */
@NullMarked
package dev.monkeywrench.workspace.git;

import org.jspecify.annotations.NullMarked;
