/** Reads what initctl prints, and runs programs. */
@NullMarked
package org.upstart4j.initctl.internal;

import org.jspecify.annotations.NullMarked;
