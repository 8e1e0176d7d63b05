/** Reads shell scripts as far as rules need it. */
@NullMarked
package org.upstart4j.analysis.internal.shell;

import org.jspecify.annotations.NullMarked;
