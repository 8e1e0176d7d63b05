/** How many things are done at once, each with a limit of time. */
@NullMarked
package org.upstart4j.fleet.internal;

import org.jspecify.annotations.NullMarked;
