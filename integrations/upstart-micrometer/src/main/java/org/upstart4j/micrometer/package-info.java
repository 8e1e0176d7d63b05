/** Numbers about Upstarts, for Micrometer. */
@NullMarked
package org.upstart4j.micrometer;

import org.jspecify.annotations.NullMarked;
