/** Patterns of hosts. */
@NullMarked
package org.upstart4j.fleet.inventory.internal.pattern;

import org.jspecify.annotations.NullMarked;
