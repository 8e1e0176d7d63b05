/** The texts that inventories are made of: words, literals of Python, ranges of hosts. */
@NullMarked
package org.upstart4j.fleet.inventory.internal.text;

import org.jspecify.annotations.NullMarked;
