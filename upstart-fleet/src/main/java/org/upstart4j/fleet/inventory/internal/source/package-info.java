/** Reads inventories: files, folders, and the variables beside them. */
@NullMarked
package org.upstart4j.fleet.inventory.internal.source;

import org.jspecify.annotations.NullMarked;
