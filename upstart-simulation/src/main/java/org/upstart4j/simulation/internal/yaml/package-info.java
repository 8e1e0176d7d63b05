/** YAML as a tree of values with their places; the only code that knows the library for it. */
@NullMarked
package org.upstart4j.simulation.internal.yaml;

import org.jspecify.annotations.NullMarked;
