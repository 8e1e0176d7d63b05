/** Comments in job files that turn rules off. */
@NullMarked
package org.upstart4j.analysis.internal.ignore;

import org.jspecify.annotations.NullMarked;
