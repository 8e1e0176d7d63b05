/** Timelines as text. */
@NullMarked
package org.upstart4j.picture.internal.plain;

import org.jspecify.annotations.NullMarked;
