/** The command line over many hosts. */
@NullMarked
package org.upstart4j.it.fleet;

import org.jspecify.annotations.NullMarked;
