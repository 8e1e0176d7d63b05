/** A folder of jobs as the rules see it. */
@NullMarked
package org.upstart4j.analysis.internal.model;

import org.jspecify.annotations.NullMarked;
