/** YAML and JSON as one tree, with limits. */
@NullMarked
package org.upstart4j.fleet.inventory.internal.tree;

import org.jspecify.annotations.NullMarked;
