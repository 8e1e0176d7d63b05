/** How reasons are found. */
@NullMarked
package org.upstart4j.analysis.internal.reason;

import org.jspecify.annotations.NullMarked;
