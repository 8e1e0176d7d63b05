/** Upstarts that run elsewhere, and what holds for each of them. */
@NullMarked
package org.upstart4j.it.site;

import org.jspecify.annotations.NullMarked;
