/** What the adapters of model servers share: bounded connections, and what their failures mean. */
@NullMarked
package dev.monkeywrench.model.http;

import org.jspecify.annotations.NullMarked;
