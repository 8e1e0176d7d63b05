/** Applies fixes to files. */
@NullMarked
package org.upstart4j.analysis.internal.fix;

import org.jspecify.annotations.NullMarked;
