/** Conditions on events: what {@code start on} and {@code stop on} say. */
@NullMarked
package org.upstart4j.event;

import org.jspecify.annotations.NullMarked;
