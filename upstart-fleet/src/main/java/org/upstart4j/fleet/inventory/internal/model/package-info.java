/** Hosts in groups, as they are read. */
@NullMarked
package org.upstart4j.fleet.inventory.internal.model;

import org.jspecify.annotations.NullMarked;
