/** Tests across the modules, most of them against the real program. */
@NullMarked
package org.upstart4j.it;

import org.jspecify.annotations.NullMarked;
