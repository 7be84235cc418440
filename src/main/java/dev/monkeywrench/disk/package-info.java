/** How much disk the service may fill: what can be made again is evicted by least recent use. */
@ApplicationModule(allowedDependencies = {})
@NullMarked
package dev.monkeywrench.disk;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
