/**
 * An Upstart in this process, for where there is none: {@link
 * org.upstart4j.embedded.EmbeddedUpstart}.
 */
@NullMarked
package org.upstart4j.embedded;

import org.jspecify.annotations.NullMarked;
